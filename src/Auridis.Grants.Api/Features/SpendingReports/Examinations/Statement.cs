using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>The numeric statement of a report (zahlenmäßiger Nachweis) and what it yields. Frozen when the report is accepted.</summary>
sealed record Statement
{
    /// <summary>One for each line of the award's plan, in its order.</summary>
    public required IReadOnlyList<StatementLine> Lines { get; init; }

    /// <summary>The sum of all receipts.</summary>
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
    /// nothing.
    /// </summary>
    public required Money OwnFundsDeducted { get; init; }

    /// <summary>What others were to pay.</summary>
    public required Money ThirdPartyPlanned { get; init; }

    /// <summary>What others paid.</summary>
    public required Money ThirdPartyIncome { get; init; }

    /// <summary>
    /// What is deducted for it: with <c>deficit</c> and <c>full</c> all of it, with <c>share</c> what is above the plan, with
    /// <c>fixed-amount</c> nothing.
    /// </summary>
    public required Money ThirdPartyDeducted { get; init; }

    /// <summary>Recognised less both deductions, never below zero.</summary>
    public required Money Basis { get; init; }

    /// <summary>What of the basis the grant bears: with <c>share</c> that share, down to the cent, otherwise all of it.</summary>
    public required Money Borne { get; init; }

    /// <summary>The amount of the award.</summary>
    public required Money Awarded { get; init; }

    /// <summary>What was paid out and has not come back.</summary>
    public required Money Paid { get; init; }

    /// <summary>What of it is claimed back already and is still open.</summary>
    public required Money Claimed { get; init; }

    /// <summary>What the site may keep: the smaller of awarded and borne.</summary>
    public required Money Entitlement { get; init; }

    /// <summary>What more it has to pay back: paid, less what is claimed already, less entitlement; never below zero.</summary>
    public required Money Claim { get; init; }

    /// <summary>The frozen statement of an accepted report; otherwise as it stands now.</summary>
    public static async Task<Statement> Read(Session session, SpendingReport report) => report.AcceptedOn is not null
        ? StoredJson.Read<Statement>(await session.One<string>(SelectResult, new { report.Id }))
        : await Compute(session, report, (await Award.Find(session, report.AwardId))!);

    /// <summary>The statement as it stands now.</summary>
    public static async Task<Statement> Compute(Session session, SpendingReport report, Award award) =>
        Of(award, await session.All<CategorySum>(SelectSums, new { report.Id }), await LiftedTolerance.Of(session, report.Id),
            report.OwnFunds, report.ThirdPartyIncome, await OpenClaims.SumOf(session, award.Id));

    /// <summary>Computes the statement.</summary>
    /// <param name="sums">The sums of the receipts; categories without any may be missing.</param>
    /// <param name="lifted">The lines whose tolerance is lifted.</param>
    /// <param name="claimed">What is claimed back already and is still open.</param>
    public static Statement Of(
        Award award, IReadOnlyList<CategorySum> sums, IReadOnlyList<LiftedLine> lifted, Money ownFunds, Money thirdPartyIncome,
        Money claimed)
    {
        var (lines, terms, plan) = (LinesOf(award, sums, lifted), award.Terms, award.Financing);
        var expenditure = lines.Sum(line => line.Spent.Cents);
        var recognised = lines.Sum(line => line.Recognised.Cents);
        var entitlement = SpendingReports.Entitlement.Of(
            terms.FinancingType, terms.SharePercent, award.Amount.Cents, recognised, expenditure - recognised,
            (plan.Own.Cents, ownFunds.Cents), (plan.ThirdParty.Cents, thirdPartyIncome.Cents));
        return new Statement
        {
            Lines = lines,
            Expenditure = new Money(expenditure),
            Recognised = new Money(recognised),
            NotRecognised = new Money(expenditure - recognised),
            FinancingType = terms.FinancingType,
            SharePercent = terms.SharePercent,
            OwnFundsPlanned = plan.Own,
            OwnFunds = ownFunds,
            OwnFundsDeducted = new Money(entitlement.OwnDeducted),
            ThirdPartyPlanned = plan.ThirdParty,
            ThirdPartyIncome = thirdPartyIncome,
            ThirdPartyDeducted = new Money(entitlement.ThirdPartyDeducted),
            Basis = new Money(entitlement.Basis),
            Borne = new Money(entitlement.Borne),
            Awarded = award.Amount,
            Paid = award.NetPaid,
            Entitlement = new Money(entitlement.Entitled),
            Claimed = claimed,
            Claim = new Money(SpendingReports.Entitlement.Claim(award.NetPaid.Cents - claimed.Cents, entitlement.Entitled)),
        };
    }

    static List<StatementLine> LinesOf(Award award, IReadOnlyList<CategorySum> sums, IReadOnlyList<LiftedLine> lifted)
    {
        var spent = award.Lines.Select(line => sums.FirstOrDefault(sum => sum.Category == line.Category, CategorySum.Nothing)).ToList();
        var reasons = award.Lines.Select(line => lifted.FirstOrDefault(one => one.Category == line.Category)?.Reason).ToList();
        var judged = BudgetTolerance.Apply(
            award.Terms.FinancingType,
            [.. award.Lines.Select((line, i) => new ExaminedLine(line.Amount.Cents, spent[i].Examined.Cents, reasons[i] is not null))],
            award.Terms.TolerancePercent);
        return [.. award.Lines.Select((line, i) => StatementLine.Of(line, spent[i], judged[i], reasons[i]))];
    }

    const string SelectResult = "select Result from SpendingReport where Id = @Id";

    const string SelectSums = """
        select Category, sum(AmountCents) as SpentCents, sum(coalesce(RecognisedCents, AmountCents)) as ExaminedCents
        from Receipt
        where SpendingReportId = @Id
        group by Category
        """;

    /// <summary>The receipts of one category.</summary>
    public sealed record CategorySum
    {
        public static readonly CategorySum Nothing = new() { Category = "", Spent = new Money(0), Examined = new Money(0) };

        public required string Category { get; init; }
        public required Money Spent { get; init; }

        /// <summary>What the examiner left of it.</summary>
        public required Money Examined { get; init; }
    }
}
