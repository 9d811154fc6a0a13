using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>What a site has to pay back (Rückforderung).</summary>
/// <param name="SpendingReportId">The report that it comes from.</param>
/// <param name="OfficeAgs">The AGS of the Jugendamt that owes it.</param>
/// <param name="Reference">What the site writes on its transfer, as <c>GA-2018-A-Z-03-R1</c>.</param>
/// <param name="Principal">What was claimed.</param>
/// <param name="Reduced">What of it is claimed no more, because the bank returned the payment that it was about.</param>
/// <param name="Paid">What has come back.</param>
/// <param name="Open">What has not.</param>
/// <param name="ClaimedOn">The day of the claim.</param>
sealed record RepaymentClaim(
    Guid Id,
    int Version,
    Guid AwardId,
    Guid SpendingReportId,
    string OfficeAgs,
    string Reference,
    [property: OneOf(typeof(RepaymentClaimStatus))] string Status,
    Money Principal,
    Money Reduced,
    Money Paid,
    Money Open,
    DateOnly ClaimedOn) : IResource
{
    /// <summary>Claims money back and posts the claim, in the transaction that finds it was paid too much.</summary>
    /// <param name="principal">Greater than zero.</param>
    public static async Task Claim(Tx tx, Guid id, Guid spendingReportId, Guid awardId, string reference, Money principal, DateOnly on)
    {
        await tx.Execute(Insert, new { Id = id, SpendingReportId = spendingReportId, AwardId = awardId, Reference = reference, PrincipalCents = principal.Cents, On = on });
        Journal.Post(tx, PostingMatrix.RepaymentClaim, principal, new BusinessDocument(id, reference, awardId, $"Repayment claim {reference}", on));
        Audit.Append(tx, "repayment-claim.claimed", id, 1, new { AwardId = awardId, SpendingReportId = spendingReportId, Reference = reference, principal });
    }

    /// <summary>The claim on an award, or null when there is none.</summary>
    public static Task<Row?> OfAward(Tx tx, Guid awardId) => tx.OneOrNull<Row>(Row.Select + " where AwardId = @AwardId", new { AwardId = awardId });

    /// <summary>Claims less, because a payment came back from the bank, and posts that; refused when the site has paid that much already.</summary>
    /// <param name="amount">At most what is claimed; zero changes nothing.</param>
    /// <param name="bookedOn">The day of the bank's booking; what is posted is not older than the claim.</param>
    /// <returns>The amount.</returns>
    public static async Task<Outcome<Money>> Reduce(Tx tx, Row claim, Money amount, DateOnly bookedOn)
    {
        if (amount.Cents == 0)
            return amount;
        // The claim may have been paid since it was read: the update decides.
        if (await tx.Execute(ReduceRow, new { claim.Id, amount.Cents }) == 0)
        {
            var paid = (await tx.One<Row>(Row.Select + " where Id = @Id", new { claim.Id })).ToClaim();
            return RepaymentProblems.ClaimPaidAlready.With(("open", paid.Open), ("reduction", amount));
        }
        var reduced = (await tx.One<Row>(Row.Select + " where Id = @Id", new { claim.Id })).ToClaim();
        var on = bookedOn > claim.ClaimedOn ? bookedOn : claim.ClaimedOn;
        Journal.Post(tx, PostingMatrix.RepaymentClaimReduction, amount,
            new BusinessDocument(claim.Id, claim.Reference, claim.AwardId, $"Less claimed on {claim.Reference}: a payment came back", on));
        Audit.Append(tx, "repayment-claim.reduced", claim.Id, reduced.Version, new { Amount = amount, reduced.Status, reduced.Open });
        return amount;
    }

    /// <summary>The claim, or null when there is none with this id, or not for the eyes of this user.</summary>
    public static async Task<RepaymentClaim?> Find(Session session, Guid id, CurrentUser user) =>
        await session.OneOrNull<Row>(Row.Select + " where Id = @Id", new { Id = id }) is { } row && user.Sees(row.OfficeAgs) ? row.ToClaim() : null;

    const string Insert = """
        insert into RepaymentClaim (Id, Version, AwardId, SpendingReportId, OfficeAgs, Reference, Status, PrincipalCents, ClaimedOn)
        select @Id, 1, Id, @SpendingReportId, OfficeAgs, @Reference, 'claimed', @PrincipalCents, @On
        from Award
        where Id = @AwardId
        """;

    const string ReduceRow = """
        update RepaymentClaim
        set Version = Version + 1, ReducedCents = ReducedCents + @Cents,
            Status = case when ReducedCents + @Cents + PaidCents < PrincipalCents then Status when PaidCents > 0 then 'paid' else 'cancelled' end
        where Id = @Id and ReducedCents + @Cents + PaidCents <= PrincipalCents
        """;

    /// <summary>A row of the table.</summary>
    public sealed class Row : IPaged
    {
        public const string Select = """
            select Seq, Id, Version, AwardId, SpendingReportId, OfficeAgs, Reference, Status, PrincipalCents, ReducedCents, PaidCents, ClaimedOn
            from RepaymentClaim
            """;

        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required Guid AwardId { get; init; }
        public required Guid SpendingReportId { get; init; }
        public required string OfficeAgs { get; init; }
        public required string Reference { get; init; }
        public required string Status { get; init; }
        public required long PrincipalCents { get; init; }
        public required long ReducedCents { get; init; }
        public required long PaidCents { get; init; }
        public required DateOnly ClaimedOn { get; init; }

        public RepaymentClaim ToClaim() => new(
            Id, Version, AwardId, SpendingReportId, OfficeAgs, Reference, Status,
            new Money(PrincipalCents), new Money(ReducedCents), new Money(PaidCents), new Money(PrincipalCents - ReducedCents - PaidCents), ClaimedOn);
    }
}
