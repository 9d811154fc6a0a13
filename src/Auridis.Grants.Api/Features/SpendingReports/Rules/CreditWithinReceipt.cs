namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>The credit notes on a receipt, in whichever report of the award, give back no more than was paid on it.</summary>
static class CreditWithinReceipt
{
    /// <summary>Asked when the receipts stand as they are to be.</summary>
    public static async Task<Problem?> WhyRefused(Tx tx, Guid awardId) =>
        (await tx.All<Credited>(SelectAbove, new { AwardId = awardId })).FirstOrDefault() is { } above
            ? SpendingReportProblems.CreditAboveReceipt.With(
                ("receiptNumber", above.Number), ("credited", above.Credit), ("paid", above.Amount))
            : null;

    const string SelectAbove = """
        select r.Number, r.AmountCents, sum(-c.AmountCents) as CreditCents
        from Receipt c join Receipt r on r.AwardId = c.AwardId and r.Number = c.Reference and r.AmountCents > 0
        where c.AwardId = @AwardId and c.Reference is not null
        group by r.Number, r.AmountCents
        having sum(-c.AmountCents) > r.AmountCents
        order by r.Number
        """;

    sealed record Credited
    {
        public required string Number { get; init; }
        public required Money Amount { get; init; }
        public required Money Credit { get; init; }
    }
}
