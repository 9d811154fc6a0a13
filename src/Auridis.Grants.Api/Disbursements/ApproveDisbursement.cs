using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Awards;
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
        .Describe("approveDisbursement", "Approves a payment", "States that it is right in fact and in figures; by another person than the one who requested it. Not while a report of the award is overdue.")
        .Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState, DisbursementProblems.ReportOverdue);

    // The two statements of the request are what approving means; a false one never gets here.
    static Task<Changed<Disbursement>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock clock) =>
        change.Apply<Disbursement>(async tx =>
        {
            var today = clock.Today;
            if (await Disbursement.Find(tx, id) is not { } found)
                return Problems.NotFound.With();
            await AwardFunds.Lock(tx, found.AwardId);
            if (await tx.Execute(Approve, new { id, change.Version, user.Actor, today }) == 0)
            {
                return await Disbursement.WhyRefused(tx, id, change.Version, user,
                    payment => [(payment.RequestedBy, ActedAs.Requester)], DisbursementStatus.Requested);
            }
            if (await Disbursement.WhyOverdue(tx, found.AwardId, today) is { } overdue)
                return overdue;
            var payment = (await Disbursement.Find(tx, id))!;
            Audit.Append(tx, "disbursement.approved", id, payment.Version, new { request.FactuallyRight, request.ArithmeticallyRight });
            return payment.For(user);
        });

    const string Approve = """
        update Disbursement set Status = 'approved', ApprovedBy = @Actor, ApprovedOn = @today, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'requested' and RequestedBy <> @Actor
        """;
}
