
namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// What is drawn and paid of an award. Its amount is guarded here and nowhere else: by a conditional update of the award's row, which
/// holds the row until the commit, so that no two payments count on the same money. Whoever changes a payment and its award
/// takes the award first, by <see cref="Draw"/> or <see cref="Lock"/>.
/// </summary>
static class AwardFunds
{
    /// <summary>Draws an amount and counts one payment more; false when the award is not active or has not so much left.</summary>
    public static async Task<bool> Draw(Tx tx, Guid awardId, Money amount) => await tx.Execute("""
        update Award set DrawnCents = DrawnCents + @Cents, PaymentCount = PaymentCount + 1, Version = Version + 1
        where Id = @AwardId and Status = 'active' and DrawnCents + @Cents <= AmountCents
        """, new { AwardId = awardId, amount.Cents }) == 1;

    /// <summary>Holds the award until the commit, before one of its payments is changed.</summary>
    public static Task Lock(Tx tx, Guid awardId) => tx.Execute("update Award set Version = Version + 1 where Id = @AwardId", new { AwardId = awardId });

    /// <summary>Frees what a payment drew that will not be paid.</summary>
    public static Task Free(Tx tx, Guid awardId, Money amount) =>
        tx.Execute("update Award set DrawnCents = DrawnCents - @Cents where Id = @AwardId", new { AwardId = awardId, amount.Cents });

    /// <summary>Counts a payment that was settled.</summary>
    public static Task Pay(Tx tx, Guid awardId, Money amount) =>
        tx.Execute("update Award set PaidCents = PaidCents + @Cents where Id = @AwardId", new { AwardId = awardId, amount.Cents });

    /// <summary>Takes back a settled payment: neither paid nor drawn. In one statement, because what is paid never exceeds what is drawn.</summary>
    public static Task TakeBack(Tx tx, Guid awardId, Money amount) =>
        tx.Execute("update Award set PaidCents = PaidCents - @Cents, DrawnCents = DrawnCents - @Cents where Id = @AwardId", new { AwardId = awardId, amount.Cents });
}
