using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Disbursements;

/// <summary>Approves a payment (Feststellung der sachlichen und rechnerischen Richtigkeit).</summary>
sealed class ApproveDisbursement : IEndpoint
{
    /// <param name="FactuallyRight">Sachlich richtig: the award, the need and the recipient are right. Must be true.</param>
    /// <param name="ArithmeticallyRight">Rechnerisch richtig: the figures are right. Must be true.</param>
    public sealed record Request(bool FactuallyRight, bool ArithmeticallyRight);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.FactuallyRight).Equal(true)
                .WithMessage(_ => Text.Of("What is not right in fact is rejected.", "Was sachlich nicht richtig ist, wird abgelehnt."));
            RuleFor(request => request.ArithmeticallyRight).Equal(true)
                .WithMessage(_ => Text.Of("What is not right in figures is rejected.", "Was rechnerisch nicht richtig ist, wird abgelehnt."));
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/disbursements/{id:guid}/approve", Handle)
        .RequireAuthorization(Policies.CanApprovePayments)
        .NeedsIfMatch()
        .MovesMoney()
        .Describe("approveDisbursement", "Approves a payment", "States that it is right in fact and in figures; by another person than the one who requested it.")
        .Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState);

    // The two statements of the request are what approving means; a false one never gets here.
    static Task<Changed<Disbursement>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock clock) =>
        change.Apply<Disbursement>(async tx =>
        {
            if (await tx.Execute(Approve, new { id, change.Version, user.Actor, clock.Today }) == 0)
            {
                return await Disbursement.WhyRefused(tx, id, change.Version, user,
                    payment => [(payment.RequestedBy, "requester")], DisbursementStatus.Requested);
            }
            var payment = (await Disbursement.Find(tx, id))!;
            Audit.Append(tx, "disbursement.approved", id, payment.Version, new { request.FactuallyRight, request.ArithmeticallyRight });
            return payment.For(user);
        });

    const string Approve = """
        update Disbursement set Status = 'approved', ApprovedBy = @Actor, ApprovedOn = @Today, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'requested' and RequestedBy <> @Actor
        """;
}
