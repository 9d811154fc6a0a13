using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Awards;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Ledger;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Disbursements;

/// <summary>Releases a payment (Auszahlungsanordnung): from here on it is owed.</summary>
sealed class ReleaseDisbursement : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/disbursements/{id:guid}/release", Handle)
        .RequireAuthorization(Policies.CanReleasePayments)
        .NeedsIfMatch()
        .MovesMoney()
        .Describe("releaseDisbursement", "Releases a payment", "The payment order; by a third person, neither the requester nor the approver. Posts what is owed. Not while a report of the award is overdue.")
        .Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState, DisbursementProblems.ReportOverdue);

    static Task<Changed<Disbursement>> Handle(Guid id, Change change, CurrentUser user, BusinessClock clock) => change.Apply<Disbursement>(async tx =>
    {
        var today = clock.Today;
        if (await Disbursement.Find(tx, id) is not { } found)
            return Problems.NotFound.With();
        await AwardFunds.Lock(tx, found.AwardId);
        if (await tx.Execute(Release, new { id, change.Version, user.Actor, today }) == 0)
        {
            return await Disbursement.WhyRefused(tx, id, change.Version, user,
                payment => [(payment.RequestedBy, ActedAs.Requester), (payment.ApprovedBy, ActedAs.Approver)], DisbursementStatus.Approved);
        }
        if (await Disbursement.WhyOverdue(tx, found.AwardId, today) is { } overdue)
            return overdue;
        var payment = (await Disbursement.Find(tx, id))!;
        Journal.Post(tx, PostingMatrix.Payable, payment.Amount, new BusinessDocument(id, payment.Reference, payment.AwardId, $"Payment {payment.Reference} released", today));
        Audit.Append(tx, "disbursement.released", id, payment.Version, new { payment.Amount });
        return payment.For(user);
    });

    const string Release = """
        update Disbursement set Status = 'released', ReleasedBy = @Actor, ReleasedOn = @today, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'approved' and RequestedBy <> @Actor and ApprovedBy <> @Actor
        """;
}
