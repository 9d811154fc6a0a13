using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A receipt (Beleg) of a spending report.</summary>
/// <param name="Number">Unique in the report.</param>
/// <param name="PaidOn">The day of the payment.</param>
/// <param name="Category">The line of the award's plan that it counts for.</param>
/// <param name="Recognised">What the examiner recognised; null where there is no finding: then it counts in full.</param>
/// <param name="Reason">Why it is disallowed in part or whole.</param>
/// <param name="Flags">What an examiner should look at. A flag disallows nothing by itself.</param>
/// <param name="Payee">Who was paid.</param>
/// <param name="Purpose">What for.</param>
sealed record Receipt(
    Guid Id,
    string Number,
    DateOnly PaidOn,
    string Payee,
    string Purpose,
    string Category,
    Money Amount,
    Money? Recognised,
    string? Reason,
    [property: OneOf(typeof(ReceiptFlag))] IReadOnlyList<string> Flags)
{
    /// <summary>A row of the table.</summary>
    public sealed class Row : IPaged
    {
        public const string Select = """
            select r.Seq, r.Id, r.Number, r.PaidOn, r.Payee, r.Purpose, r.Category, r.AmountCents, r.RecognisedCents, r.Reason,
                (select count(*) from Receipt a
                 where a.SpendingReportId = r.SpendingReportId and a.PayeeKey = r.PayeeKey and a.PaidOn = r.PaidOn and a.AmountCents = r.AmountCents) as Alike
            from Receipt r
            """;

        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required string Number { get; init; }
        public required DateOnly PaidOn { get; init; }
        public required string Payee { get; init; }
        public required string Purpose { get; init; }
        public required string Category { get; init; }
        public required long AmountCents { get; init; }
        public required long? RecognisedCents { get; init; }
        public required string? Reason { get; init; }

        /// <summary>How many receipts of the report have its payee, day and amount, itself included.</summary>
        public required int Alike { get; init; }

        public Receipt ToReceipt(Award award) => new(
            Id, Number, PaidOn, Payee, Purpose, Category, new Money(AmountCents),
            RecognisedCents is { } cents ? new Money(cents) : null, Reason, [.. Flags(award)]);

        IEnumerable<string> Flags(Award award)
        {
            if (PaidOn < award.StartsOn || PaidOn > award.EndsOn)
                yield return ReceiptFlag.OutsidePeriod;
            if (Alike > 1)
                yield return ReceiptFlag.PaidTwice;
        }
    }
}

static class ReceiptFlag
{
    /// <summary>Paid before or after the funding period of the award.</summary>
    public const string OutsidePeriod = "outside-period";

    /// <summary>Another receipt of the report has the same payee, day and amount.</summary>
    public const string PaidTwice = "paid-twice";
}
