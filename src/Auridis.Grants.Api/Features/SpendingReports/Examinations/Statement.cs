using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// The numeric statement of a report (zahlenmäßiger Nachweis) and what it yields. Frozen when the report is accepted. That of the final
/// report is on the receipts of all reports of the award, with what was found on them. That of an interim report is on its own, judges no
/// tolerance and yields nothing: what follows from them is null.
/// </summary>
sealed record Statement
{
    /// <summary>One for each line of the award's plan, in its order.</summary>
    public required IReadOnlyList<StatementLine> Lines { get; init; }

    /// <summary>What its receipts are of.</summary>
    [OneOf(typeof(SpendingReportKind))]
    public required string Kind { get; init; }

    /// <summary>The sum of all receipts, or of the totals of lines.</summary>
    public required Money Expenditure { get; init; }

    /// <summary>What the examination and the tolerance leave of it.</summary>
    public required Money Recognised { get; init; }

    /// <summary>The rest.</summary>
    public required Money NotRecognised { get; init; }

    /// <summary>The financing type of the award, which decides on what follows.</summary>
    [OneOf(typeof(FinancingType))]
    public required string FinancingType { get; init; }

    /// <summary>The funder's share in percent; null with other types than <c>share</c>.</summary>
    public required decimal? SharePercent { get; init; }

    /// <summary>What the office itself was to contribute.</summary>
    public required Money OwnFundsPlanned { get; init; }

    /// <summary>What the office itself contributed.</summary>
    public required Money OwnFunds { get; init; }

    /// <summary>
    /// What is deducted for it, with <c>deficit</c>: the larger of the plan and what was contributed less what is not recognised; otherwise
    /// nothing. Null of an interim report.
    /// </summary>
    public required Money? OwnFundsDeducted { get; init; }

    /// <summary>What others were to pay.</summary>
    public required Money ThirdPartyPlanned { get; init; }

    /// <summary>What others paid.</summary>
    public required Money ThirdPartyIncome { get; init; }

    /// <summary>
    /// What is deducted for it: with <c>deficit</c> and <c>full</c> all of it, with <c>share</c> what is above the plan, with
    /// <c>fixed-amount</c> nothing. Null of an interim report.
    /// </summary>
    public required Money? ThirdPartyDeducted { get; init; }

    /// <summary>Recognised less both deductions, never below zero. Null of an interim report.</summary>
    public required Money? Basis { get; init; }

    /// <summary>
    /// What of the basis the grant bears: with <c>share</c> that share, down to the cent, otherwise all of it. Null of an interim report.
    /// </summary>
    public required Money? Borne { get; init; }

    /// <summary>The amount of the award.</summary>
    public required Money Awarded { get; init; }

    /// <summary>What was paid out and has not come back.</summary>
    public required Money Paid { get; init; }

    /// <summary>
    /// What of it was claimed back already and did not come in, also what of that was waived; less what came in beyond a claim, and so
    /// below zero where that is more.
    /// </summary>
    public required Money Claimed { get; init; }

    /// <summary>What the site may keep: the smaller of awarded and borne. Null of an interim report.</summary>
    public required Money? Entitlement { get; init; }

    /// <summary>
    /// What more it has to pay back: paid, less what is claimed already, less entitlement; never below zero. Null of an interim report.
    /// </summary>
    public required Money? Claim { get; init; }

    /// <summary>
    /// By how much the site has less than it is entitled to, with what is claimed already; zero of an interim report. It can draw the rest,
    /// or gets back what it has paid on a claim.
    /// </summary>
    internal Money TooLittleLeft => new(Math.Max(0, (Entitlement?.Cents ?? 0) - Paid.Cents + Claimed.Cents));

    /// <summary>The frozen statement of an accepted report; otherwise as it stands now.</summary>
    public static async Task<Statement> Read(Session session, SpendingReport report) => report.AcceptedOn is not null
        ? StoredJson.Read<Statement>(await session.One<string>(SelectResult, new { report.Id }))
        : await Compute(session, report, (await Award.Find(session, report.AwardId))!);

    /// <summary>The statement as it stands now.</summary>
    public static async Task<Statement> Compute(Session session, SpendingReport report, Award award) =>
        Of(award, report.Kind,
            report.StatementForm == StatementForm.LineTotals
                ? LineTotals.Of(await Stated(session, report.Id, alone: !report.IsFinal))
                : await session.All<CategorySum>(SelectSums, new { report.Id }),
            await LiftedTolerance.Of(session, report.Id), report.OwnFunds, report.ThirdPartyIncome,
            await OpenClaims.SumOf(session, award.Id));

    /// <summary>What a report states by totals, with what the receipts say that were asked for.</summary>
    /// <param name="alone">Leaves out the interim reports before it.</param>
    public static async Task<List<StatedLine>> Stated(Session session, Guid reportId, bool alone)
    {
        var receipts = await session.All<ReceiptSum>(SelectReceiptSums, new { Id = reportId });
        return
        [
            .. (await session.All<StatedReport>(SelectStated, new { Id = reportId }))
                .Where(report => !alone || report.Id == reportId)
                .SelectMany(report => report.Totals ?? [], (report, total) =>
                {
                    var shown = receipts.FirstOrDefault(sum => sum.ReportId == report.Id && sum.Category == total.Category);
                    return new StatedLine(
                        total.Category, total.Amount.Cents, (report.Sample ?? []).Any(line => line.Category == total.Category),
                        shown?.Spent.Cents ?? 0, shown?.Examined.Cents ?? 0);
                }),
        ];
    }

    /// <summary>Computes the statement.</summary>
    /// <param name="kind">Whose statement it is: see <see cref="SpendingReportKind"/>.</param>
    /// <param name="sums">The sums of the receipts; categories without any may be missing.</param>
    /// <param name="lifted">The lines whose tolerance is lifted.</param>
    /// <param name="claimed">What is claimed back already and is still open.</param>
    public static Statement Of(
        Award award, string kind, IReadOnlyList<CategorySum> sums, IReadOnlyList<LiftedLine> lifted, Money ownFunds,
        Money thirdPartyIncome, Money claimed)
    {
        var (lines, terms, plan) = (LinesOf(award, kind, sums, lifted), award.Terms, award.Financing);
        var expenditure = lines.Sum(line => line.Spent.Cents);
        var recognised = lines.Sum(line => line.Recognised.Cents);
        var entitlement = kind == SpendingReportKind.Interim ? null : SpendingReports.Entitlement.Of(
            terms.FinancingType, terms.SharePercent, award.Amount.Cents, recognised, expenditure - recognised,
            (plan.Own.Cents, ownFunds.Cents), (plan.ThirdParty.Cents, thirdPartyIncome.Cents));
        return new Statement
        {
            Lines = lines,
            Kind = kind,
            Expenditure = new Money(expenditure),
            Recognised = new Money(recognised),
            NotRecognised = new Money(expenditure - recognised),
            FinancingType = terms.FinancingType,
            SharePercent = terms.SharePercent,
            OwnFundsPlanned = plan.Own,
            OwnFunds = ownFunds,
            OwnFundsDeducted = Amount(entitlement?.OwnDeducted),
            ThirdPartyPlanned = plan.ThirdParty,
            ThirdPartyIncome = thirdPartyIncome,
            ThirdPartyDeducted = Amount(entitlement?.ThirdPartyDeducted),
            Basis = Amount(entitlement?.Basis),
            Borne = Amount(entitlement?.Borne),
            Awarded = award.Amount,
            Paid = award.NetPaid,
            Entitlement = Amount(entitlement?.Entitled),
            Claimed = claimed,
            Claim = Amount(entitlement is null
                ? null : SpendingReports.Entitlement.Claim(award.NetPaid.Cents - claimed.Cents, entitlement.Entitled)),
        };
    }

    static Money? Amount(long? cents) => cents is { } known ? new Money(known) : null;

    static List<StatementLine> LinesOf(Award award, string kind, IReadOnlyList<CategorySum> sums, IReadOnlyList<LiftedLine> lifted)
    {
        var spent = award.Lines.Select(line => sums.FirstOrDefault(sum => sum.Category == line.Category, CategorySum.Nothing)).ToList();
        var reasons = award.Lines.Select(line => lifted.FirstOrDefault(one => one.Category == line.Category)?.Reason).ToList();
        var judged = kind == SpendingReportKind.Interim
            ? [.. spent.Select(sum => new ToleratedLine(null, sum.Examined.Cents, 0))]
            : BudgetTolerance.Apply(
                award.Terms.FinancingType,
                [.. award.Lines.Select((line, i) => new ExaminedLine(line.Amount.Cents, spent[i].Examined.Cents, reasons[i] is not null))],
                award.Terms.TolerancePercent);
        return [.. award.Lines.Select((line, i) => StatementLine.Of(line, spent[i], judged[i], reasons[i]))];
    }

    const string Counted = """
        from SpendingReport x
        join SpendingReport o on o.AwardId = x.AwardId and (o.Id = x.Id or (x.Kind = 'final' and o.Status <> 'dropped'))
        """;

    const string SelectStated = $"select o.Id, o.Totals, o.Sample {Counted} where x.Id = @Id order by o.Seq";

    const string SelectReceiptSums = $"""
        select o.Id as ReportId, r.Category, sum(r.AmountCents) as SpentCents,
            sum(coalesce(r.RecognisedCents, r.AmountCents)) as ExaminedCents
        {Counted} join Receipt r on r.SpendingReportId = o.Id
        where x.Id = @Id
        group by o.Id, r.Category
        """;

    const string SelectResult = "select Result from SpendingReport where Id = @Id";

    const string SelectSums = $"""
        select r.Category, sum(r.AmountCents) as SpentCents, sum(coalesce(r.RecognisedCents, r.AmountCents)) as ExaminedCents
        {Counted} join Receipt r on r.SpendingReportId = o.Id
        where x.Id = @Id
        group by r.Category
        """;

    /// <summary>A report that states totals.</summary>
    sealed record StatedReport
    {
        public required Guid Id { get; init; }

        [StoredAsJson]
        public IReadOnlyList<LineTotal>? Totals { get; init; }

        [StoredAsJson]
        public IReadOnlyList<SampledLine>? Sample { get; init; }
    }

    /// <summary>The receipts of one report and category.</summary>
    sealed record ReceiptSum
    {
        public required Guid ReportId { get; init; }
        public required string Category { get; init; }
        public required Money Spent { get; init; }
        public required Money Examined { get; init; }
    }

    /// <summary>The receipts of one category, or its totals.</summary>
    public sealed record CategorySum
    {
        public static readonly CategorySum Nothing = new() { Category = "", Spent = new Money(0), Examined = new Money(0) };

        public required string Category { get; init; }
        public required Money Spent { get; init; }

        /// <summary>What the examiner left of it.</summary>
        public required Money Examined { get; init; }

        /// <summary>What the receipts sum to that were asked for; null when none were.</summary>
        public Money? Evidenced { get; init; }
    }
}
