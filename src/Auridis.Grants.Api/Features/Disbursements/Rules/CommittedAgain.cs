using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// What the bank returns after an award was completed is free in its programme. When the site has it paid again, the money is committed
/// anew, as far as the budget has room, and free again when that payment fails. A terminated award keeps what its site may keep committed
/// all the while.
/// </summary>
static class CommittedAgain
{
    /// <summary>
    /// Holds the award of a payment until the commit, and before it its programme, where a change of the payment changes the money that
    /// is committed. An award with an open payment is not completed: what is seen of that needs no lock.
    /// </summary>
    public static async Task Lock(Tx tx, Disbursement payment)
    {
        if (await IsCompleted(tx, payment.AwardId))
            await Programme.Lock(tx, payment.ProgrammeId);
        await AwardFunds.Lock(tx, payment.AwardId);
    }

    /// <summary>Commits what a completed award has drawn again; a problem when the budget has no room. The caller holds both.</summary>
    public static async Task<Problem?> Take(Tx tx, Guid awardId, BusinessDocument document)
    {
        if (!await IsCompleted(tx, awardId))
            return null;
        var programme = (await Programme.Find(tx, document.ProgrammeId))!;
        if (Places.WhyBeyondBudget(programme, await CommittedShare.Change(tx, awardId)) is { } exhausted)
            return exhausted;
        await CommittedShare.Book(tx, awardId, document);
        return null;
    }

    /// <summary>A payment fails: what it had drawn of its award is free again. A refund has drawn nothing. The caller holds both.</summary>
    /// <param name="text">What has happened to it.</param>
    /// <param name="on">The day of that.</param>
    public static async Task Free(Tx tx, Disbursement payment, string text, DateOnly on)
    {
        if (payment.IsRefund)
            return;
        await AwardFunds.Free(tx, payment.AwardId, payment.Amount);
        if (await IsCompleted(tx, payment.AwardId))
            await CommittedShare.Book(tx, payment.AwardId, await PostedPayment.Document(tx, payment, text, on));
    }

    static async Task<bool> IsCompleted(Session session, Guid awardId) =>
        await session.One<string>(SelectStatus, new { AwardId = awardId }) == AwardStatus.Completed;

    const string SelectStatus = "select Status from Award where Id = @AwardId";
}
