using System.Text.Json;
using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>The numeric statement of a report (zahlenmäßiger Nachweis) and what it yields. Frozen when the report is accepted.</summary>
/// <param name="Lines">One for each line of the award's plan, in its order.</param>
/// <param name="Expenditure">The sum of all receipts.</param>
/// <param name="Recognised">What the examination and the tolerance leave of it.</param>
/// <param name="NotRecognised">The rest.</param>
/// <param name="OwnFunds">What the office itself put in.</param>
/// <param name="ThirdPartyIncome">What others paid.</param>
/// <param name="Awarded">The amount of the award.</param>
/// <param name="Paid">What was paid out and not returned.</param>
/// <param name="Entitlement">What the site may keep, by the financing type of the award.</param>
/// <param name="Claim">What it has to pay back: paid less entitlement, never below zero.</param>
sealed record Statement(
    IReadOnlyList<StatementLine> Lines,
    Money Expenditure,
    Money Recognised,
    Money NotRecognised,
    Money OwnFunds,
    Money ThirdPartyIncome,
    Money Awarded,
    Money Paid,
    Money Entitlement,
    Money Claim)
{
    /// <summary>The frozen statement of an accepted report; otherwise as it stands now.</summary>
    public static async Task<Statement> Read(Session session, SpendingReport.Row report) => report.Result is not null
        ? StoredJson.Read<Statement>(report.Result)
        : await Compute(session, report, (await Award.Find(session, report.AwardId))!);

    public static async Task<Statement> Compute(Session session, SpendingReport.Row report, Award award) =>
        Of(award, await session.All<Spent>(SumsByCategory, new { report.Id }), report.OwnFundsCents, report.ThirdPartyCents);

    /// <summary>Works out the statement.</summary>
    /// <param name="spent">The sums of the receipts; categories without any may be missing.</param>
    public static Statement Of(Award award, IReadOnlyList<Spent> spent, long ownFunds, long thirdPartyIncome)
    {
        var sums = spent.ToDictionary(sum => sum.Category, StringComparer.Ordinal);
        var terms = award.Terms;
        var planned = award.Lines.Select(line => (line.Category, Plan: line.Amount.Cents, Sum: sums.GetValueOrDefault(line.Category) ?? Spent.Nothing)).ToList();
        var judged = BudgetTolerance.Apply([.. planned.Select(line => (line.Plan, line.Sum.ExaminedCents))], terms.TolerancePercent);
        var lines = planned.Zip(judged, (line, verdict) => new StatementLine(
            line.Category,
            new Money(line.Plan),
            new Money(line.Sum.SpentCents),
            new Money(line.Sum.SpentCents - line.Plan),
            new Money(line.Sum.SpentCents - line.Sum.ExaminedCents),
            new Money(verdict.Tolerance),
            new Money(verdict.OverrunNotCovered),
            new Money(verdict.Recognised))).ToList();
        var expenditure = lines.Sum(line => line.Spent.Cents);
        var recognised = lines.Sum(line => line.Recognised.Cents);
        var entitlement = SpendingReports.Entitlement.Of(
            terms.FinancingType, terms.SharePercent, award.Amount.Cents, recognised, ownFunds, thirdPartyIncome);
        return new Statement(
            lines,
            new Money(expenditure),
            new Money(recognised),
            new Money(expenditure - recognised),
            new Money(ownFunds),
            new Money(thirdPartyIncome),
            award.Amount,
            award.Paid,
            new Money(entitlement),
            new Money(SpendingReports.Entitlement.Claim(award.Paid.Cents, entitlement)));
    }

    const string SumsByCategory = """
        select Category, sum(AmountCents) as SpentCents, sum(coalesce(RecognisedCents, AmountCents)) as ExaminedCents
        from Receipt
        where SpendingReportId = @Id
        group by Category
        """;

    /// <summary>The receipts of one category.</summary>
    public sealed class Spent
    {
        public static readonly Spent Nothing = new() { Category = "", SpentCents = 0, ExaminedCents = 0 };

        public required string Category { get; init; }
        public required long SpentCents { get; init; }

        /// <summary>What the examiner left of it.</summary>
        public required long ExaminedCents { get; init; }
    }
}

/// <summary>A line of the plan and what became of it.</summary>
/// <param name="Category">The budget category.</param>
/// <param name="Plan">What was planned.</param>
/// <param name="Spent">The sum of its receipts.</param>
/// <param name="Deviation">Spent less plan: negative when the line saved.</param>
/// <param name="Disallowed">What the examiner disallowed of its receipts.</param>
/// <param name="Tolerance">By how much it may exceed its plan at most, when other lines save as much.</param>
/// <param name="OverrunNotCovered">What goes beyond the tolerance, or beyond what other lines save; not recognised.</param>
/// <param name="Recognised">Spent less disallowed less overrun not covered.</param>
sealed record StatementLine(
    string Category, Money Plan, Money Spent, Money Deviation, Money Disallowed, Money Tolerance, Money OverrunNotCovered, Money Recognised);
