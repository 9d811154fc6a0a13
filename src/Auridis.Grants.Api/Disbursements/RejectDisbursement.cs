using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Awards;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Disbursements;

/// <summary>Rejects a payment before it is released.</summary>
sealed class RejectDisbursement : IEndpoint
{
    /// <param name="Reason">What the site reads, up to 2,000 characters.</param>
    public sealed record Request(string Reason);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Reason).Prose(2000);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/disbursements/{id:guid}/reject", Handle)
        .RequireAuthorization(Policies.CanApprovePayments)
        .NeedsIfMatch()
        .MovesMoney()
        .Describe("rejectDisbursement", "Rejects a payment", "Before it is released, with a reason. Its amount is free again, and the site can request anew.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<Disbursement>> Handle(Guid id, Request request, Change change, CurrentUser user) => change.Apply<Disbursement>(async tx =>
    {
        if (await Disbursement.Find(tx, id) is not { } payment)
            return Problems.NotFound.With();
        await AwardFunds.Lock(tx, payment.AwardId);
        if (await tx.Execute(Reject, new { id, change.Version, request.Reason }) == 0)
            return await Disbursement.WhyRefused(tx, id, change.Version, user, _ => [], DisbursementStatus.Requested, DisbursementStatus.Approved);
        await AwardFunds.Free(tx, payment.AwardId, payment.Amount);
        Audit.Append(tx, "disbursement.rejected", id, change.Version + 1, new { payment.Amount });
        return (await Disbursement.Find(tx, id))!.For(user);
    });

    const string Reject = """
        update Disbursement set Status = 'rejected', Reason = @Reason, Version = Version + 1
        where Id = @id and Version = @Version and Status in ('requested', 'approved')
        """;
}
