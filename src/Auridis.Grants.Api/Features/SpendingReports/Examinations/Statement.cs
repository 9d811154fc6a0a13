using Auridis.Grants.Api.Features.Awards;

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

    /// <summary>What the office itself contributed.</summary>
    public required Money OwnFunds { get; init; }

    /// <summary>What others paid.</summary>
    public required Money ThirdPartyIncome { get; init; }

    /// <summary>The amount of the award.</summary>
    public required Money Awarded { get; init; }

    /// <summary>What was paid out and not returned.</summary>
    public required Money Paid { get; init; }

    /// <summary>What the site may keep, by the financing type of the award.</summary>
    public required Money Entitlement { get; init; }

    /// <summary>What it has to pay back: paid less entitlement, never below zero.</summary>
    public required Money Claim { get; init; }

    /// <summary>The frozen statement of an accepted report; otherwise as it stands now.</summary>
    public static async Task<Statement> Read(Session session, SpendingReport report) => report.AcceptedOn is not null
        ? StoredJson.Read<Statement>(await session.One<string>(SelectResult, new { report.Id }))
        : await Compute(session, report, (await Award.Find(session, report.AwardId))!);

    /// <summary>The statement as it stands now.</summary>
    public static async Task<Statement> Compute(Session session, SpendingReport report, Award award) =>
        Of(award, await session.All<CategorySum>(SelectSums, new { report.Id }), report.OwnFunds, report.ThirdPartyIncome);

    /// <summary>Computes the statement.</summary>
    /// <param name="sums">The sums of the receipts; categories without any may be missing.</param>
    public static Statement Of(Award award, IReadOnlyList<CategorySum> sums, Money ownFunds, Money thirdPartyIncome)
    {
        var (lines, terms) = (LinesOf(award, sums), award.Terms);
        var expenditure = lines.Sum(line => line.Spent.Cents);
        var recognised = lines.Sum(line => line.Recognised.Cents);
        var entitlement = SpendingReports.Entitlement.Of(
            terms.FinancingType, terms.SharePercent, award.Amount.Cents, recognised, ownFunds.Cents, thirdPartyIncome.Cents);
        return new Statement
        {
            Lines = lines,
            Expenditure = new Money(expenditure),
            Recognised = new Money(recognised),
            NotRecognised = new Money(expenditure - recognised),
            OwnFunds = ownFunds,
            ThirdPartyIncome = thirdPartyIncome,
            Awarded = award.Amount,
            Paid = award.Paid,
            Entitlement = new Money(entitlement),
            Claim = new Money(SpendingReports.Entitlement.Claim(award.Paid.Cents, entitlement)),
        };
    }

    static List<StatementLine> LinesOf(Award award, IReadOnlyList<CategorySum> sums)
    {
        var spent = award.Lines.Select(line => sums.FirstOrDefault(sum => sum.Category == line.Category, CategorySum.Nothing)).ToList();
        var judged = BudgetTolerance.Apply(
            [.. award.Lines.Zip(spent, (line, sum) => (line.Amount.Cents, sum.Examined.Cents))], award.Terms.TolerancePercent);
        return [.. award.Lines.Zip(spent, judged).Select(line => StatementLine.Of(line.First, line.Second, line.Third))];
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
