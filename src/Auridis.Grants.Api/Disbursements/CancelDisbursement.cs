using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Awards;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Disbursements;

/// <summary>Takes back a request for money.</summary>
sealed class CancelDisbursement : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/disbursements/{id:guid}/cancel", Handle)
        .RequireAuthorization(Policies.CanRequestPayments)
        .NeedsIfMatch()
        .MovesMoney()
        .Describe("cancelDisbursement", "Takes back a request for money", "By the office that requested it, before it is approved. Its amount is free again.")
        .Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<Disbursement>> Handle(Guid id, Change change, CurrentUser user) => change.Apply<Disbursement>(async tx =>
    {
        if (await Disbursement.Find(tx, id) is not { } payment || !user.Sees(payment.OfficeAgs))
            return Problems.NotFound.With();
        if (!user.ActsFor(payment.OfficeAgs))
            return Problems.Forbidden.With();
        await AwardFunds.Lock(tx, payment.AwardId);
        if (await tx.Execute(Cancel, new { id, change.Version }) == 0)
            return await Disbursement.WhyRefused(tx, id, change.Version, user, _ => [], DisbursementStatus.Requested);
        await AwardFunds.Free(tx, payment.AwardId, payment.Amount);
        Audit.Append(tx, "disbursement.cancelled", id, change.Version + 1, new { payment.Amount });
        return (await Disbursement.Find(tx, id))!.For(user);
    });

    const string Cancel = "update Disbursement set Status = 'cancelled', Version = Version + 1 where Id = @id and Version = @Version and Status = 'requested'";
}
