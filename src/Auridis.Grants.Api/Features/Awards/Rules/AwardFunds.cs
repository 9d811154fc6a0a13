namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// What is drawn of an award never exceeds its amount, less what its office has renounced. Drawn is what is requested, approved, released
/// or paid; a refund that was paid from money that had not come counts with it, since the site has it of the grant. The amount is guarded
/// here and nowhere else: by a conditional update of the award's row, which holds the row until the commit, so that no two payments count
/// on the same money. A change of a payment takes its award first, by <see cref="Draw"/> or <see cref="Lock"/>.
/// </summary>
static class AwardFunds
{
    /// <summary>What can still be drawn of an award.</summary>
    /// <param name="taken">What counts as drawn: see <see cref="Taken"/>.</param>
    /// <param name="kept">What its site keeps of an award that was terminated; null of others.</param>
    public static Money Rest(Money amount, Money renounced, Money taken, Money? kept) =>
        new(Math.Max(0, Math.Min(amount.Cents - renounced.Cents, kept?.Cents ?? long.MaxValue) - taken.Cents));

    /// <summary>What counts as drawn of an award: what is, and what was refunded of money that had not come.</summary>
    public static Money Taken(Money drawn, Money repaid) => new(drawn.Cents - Math.Min(0, repaid.Cents));

    /// <summary>The same of an award in SQL.</summary>
    public const string TakenCents = "(DrawnCents - case when RepaidCents < 0 then RepaidCents else 0 end)";

    /// <summary>Draws an amount and counts one payment more; false when the award is not active or has less left.</summary>
    public static async Task<bool> Draw(Tx tx, Guid awardId, Money amount) =>
        await tx.Execute(DrawRow, new { AwardId = awardId, Amount = amount, tx.Author.At }) == 1;

    /// <summary>Holds the award until the commit, before one of its payments is changed.</summary>
    public static Task Lock(Tx tx, Guid awardId) => tx.Execute(LockRow, new { AwardId = awardId, tx.Author.At });

    /// <summary>Frees what a payment drew that will not be paid.</summary>
    public static Task Free(Tx tx, Guid awardId, Money amount) => tx.Execute(FreeRow, new { AwardId = awardId, Amount = amount });

    /// <summary>Counts a payment that was settled.</summary>
    public static Task Pay(Tx tx, Guid awardId, Money amount) => tx.Execute(PayRow, new { AwardId = awardId, Amount = amount });

    /// <summary>Counts a payment no more that was settled and came back: it is neither paid nor drawn.</summary>
    public static Task TakeBack(Tx tx, Guid awardId, Money amount) => tx.Execute(TakeBackRow, new { AwardId = awardId, Amount = amount });

    /// <summary>
    /// Counts what a site has paid back on a claim; below zero when it goes back: as a refund, or because it had not come in.
    /// </summary>
    public static Task Repay(Tx tx, Guid awardId, Money amount) => tx.Execute(RepayRow, new { AwardId = awardId, Amount = amount });

    /// <summary>
    /// Counts as paid again what was recorded as paid back and was not; false when that much is not left, and payments are open. Without an
    /// open payment it is counted in any case: the site has it.
    /// </summary>
    public static async Task<bool> PayAgain(Tx tx, Guid awardId, Money amount) =>
        await tx.Execute(PayAgainRow, new { AwardId = awardId, Amount = amount }) == 1;

    /// <summary>Counts one payment more that is not drawn of the award: the number of a refund. The caller holds the award.</summary>
    public static Task<int> CountPayment(Tx tx, Guid awardId) => tx.ExecuteAndRead<int>(CountRow, new { AwardId = awardId });

    /// <summary>
    /// Draws an amount of an award that is completed or terminated, for a payment that failed and is tried again, and counts one payment
    /// more; false when the award is neither, or has less left. The caller holds the programme where the award is completed.
    /// </summary>
    public static async Task<bool> DrawAgain(Tx tx, Guid awardId, Money amount) =>
        await tx.Execute(DrawAgainRow, new { AwardId = awardId, Amount = amount, tx.Author.At }) == 1;

    const string CountRow = """
        update Award set PaymentCount = PaymentCount + 1 where Id = @AwardId;
        select PaymentCount from Award where Id = @AwardId
        """;

    const string DrawRow = $"""
        update Award set DrawnCents = DrawnCents + @Amount, PaymentCount = PaymentCount + 1, Version = Version + 1, UpdatedAt = @At
        where Id = @AwardId and Status = 'active' and {TakenCents} + @Amount <= AmountCents - RenouncedCents
        """;

    const string DrawAgainRow = $"""
        update Award set DrawnCents = DrawnCents + @Amount, PaymentCount = PaymentCount + 1, Version = Version + 1, UpdatedAt = @At
        where Id = @AwardId and Status in ('completed', 'terminated') and {TakenCents} + @Amount <= AmountCents - RenouncedCents
            and (KeptCents is null or {TakenCents} + @Amount <= KeptCents)
        """;

    const string LockRow = "update Award set Version = Version + 1, UpdatedAt = @At where Id = @AwardId";

    const string FreeRow = "update Award set DrawnCents = DrawnCents - @Amount where Id = @AwardId";

    const string PayRow = "update Award set PaidCents = PaidCents + @Amount where Id = @AwardId";

    const string RepayRow = "update Award set RepaidCents = RepaidCents + @Amount where Id = @AwardId";

    const string PayAgainRow = """
        update Award set PaidCents = PaidCents + @Amount, DrawnCents = DrawnCents + @Amount
        where Id = @AwardId and (DrawnCents + @Amount <= AmountCents or DrawnCents = PaidCents)
        """;

    // In one statement, because what is paid never exceeds what is drawn.
    const string TakeBackRow = "update Award set PaidCents = PaidCents - @Amount, DrawnCents = DrawnCents - @Amount where Id = @AwardId";
}
