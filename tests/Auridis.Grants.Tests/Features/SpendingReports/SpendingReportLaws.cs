using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.SpendingReports;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>What holds for every plan, every expenditure and every financing type.</summary>
public sealed class SpendingReportLaws
{
    static readonly Gen<long> Cents = Gen.OneOf(Gen.Choose(0, 50).Select(n => (long)n), Gen.Choose(0, int.MaxValue).Select(n => (long)n));

    static readonly Gen<(ExaminedLine[] Lines, int Percent)> Plans =
        from lines in (
            from plan in Cents
            from spent in Cents
            from lifted in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
            select new ExaminedLine(plan, spent, lifted)).ArrayOf()
        from percent in Gen.Choose(0, 100)
        select (lines, percent);

    static readonly Gen<StatedLine[]> AllStated = (
        from category in Gen.Elements("personnel", "training", "other")
        from total in Cents
        from sampled in Gen.Elements(true, false)
        from evidenced in Cents
        from recognised in Cents
        select new StatedLine(category, total, sampled, evidenced, Math.Min(recognised, evidenced))).ArrayOf();

    static readonly Gen<Facts> AllFacts =
        from type in Gen.Elements(FinancingType.FixedAmount, FinancingType.Share, FinancingType.Deficit, FinancingType.Full)
        from share in Gen.Choose(1, 100)
        from awarded in Cents
        from recognised in Cents
        from notRecognised in Cents
        from ownPlanned in Cents
        from own in Cents
        from thirdPlanned in Cents
        from third in Cents
        select new Facts(type, share, awarded, recognised, notRecognised, ownPlanned, own, thirdPlanned, third);

    [Test]
    public void What_is_recognised_and_what_is_not_are_what_was_spent() => ForAllPlans((lines, verdicts, _) =>
        lines.Zip(verdicts).All(line => line.Second.Recognised + line.Second.OverrunNotCovered == line.First.Spent
            && line.Second is { Recognised: >= 0, OverrunNotCovered: >= 0 }));

    [Test]
    public void No_line_exceeds_its_plan_beyond_the_tolerance() => ForAllPlans((lines, verdicts, percent) =>
        lines.Zip(verdicts).All(line => line.First.Lifted
            ? line.Second.Tolerance is null
            : line.Second.Recognised <= line.First.Plan + line.Second.Tolerance
                && line.Second.Tolerance <= line.First.Plan * percent / 100));

    [Test]
    public void All_lines_together_never_exceed_the_plan() => ForAllPlans((lines, verdicts, _) =>
        verdicts.Sum(line => line.Recognised) <= lines.Sum(line => line.Plan));

    [Test]
    public void A_line_within_its_plan_is_recognised_in_full() => ForAllPlans((lines, verdicts, _) =>
        lines.Zip(verdicts).All(line => line.First.Spent > line.First.Plan || line.Second.OverrunNotCovered == 0));

    [Test]
    public void Nothing_is_refused_that_the_savings_and_the_tolerance_would_cover() => ForAllPlans((lines, verdicts, _) =>
    {
        var tolerated = lines.Zip(verdicts).Sum(line =>
            Math.Clamp(line.First.Spent - line.First.Plan, 0, line.Second.Tolerance ?? long.MaxValue));
        var saved = lines.Sum(line => Math.Max(0, line.Plan - line.Spent));
        return verdicts.Sum(line => line.Recognised) == lines.Sum(line => Math.Min(line.Plan, line.Spent)) + Math.Min(tolerated, saved);
    });

    [Test]
    public void The_order_of_the_lines_does_not_change_the_sum() => ForAllPlans((lines, verdicts, percent) =>
        BudgetTolerance.Apply(FinancingType.Full, [.. lines.Reverse()], percent).Sum(line => line.Recognised)
            == verdicts.Sum(line => line.Recognised));

    [Test]
    public void No_total_is_recognised_beyond_what_was_stated_or_shown() => ForAllStated(lines => LineTotals.Of(lines).All(sum =>
        sum.Examined.Cents >= 0 && sum.Examined.Cents <= sum.Spent.Cents
        && (lines.Any(line => line.Category == sum.Category && !line.Sampled)
            || sum.Examined.Cents <= lines.Where(line => line.Category == sum.Category).Sum(line => Math.Max(0, line.Recognised)))));

    [Test]
    public void What_is_stated_is_spent_and_a_total_without_a_sample_counts_in_full() => ForAllStated(lines =>
        LineTotals.Of(lines).Sum(sum => sum.Spent.Cents) == lines.Sum(line => line.Total)
        && LineTotals.Of(lines.Where(line => !line.Sampled)).All(sum => sum.Examined == sum.Spent && sum.Evidenced is null));

    [Test]
    public void The_order_of_the_reports_does_not_change_what_their_totals_come_to() => ForAllStated(lines =>
        LineTotals.Of(lines.Reverse()).OrderBy(sum => sum.Category, StringComparer.Ordinal).SequenceEqual(
            LineTotals.Of(lines).OrderBy(sum => sum.Category, StringComparer.Ordinal)));

    [Test]
    public void Nobody_is_entitled_to_more_than_the_award_or_than_was_spent() => ForAllFacts(facts =>
        facts.Entitled >= 0 && facts.Entitled <= facts.Awarded && facts.Entitled <= facts.Recognised);

    [Test]
    public void More_recognised_expenditure_never_lowers_the_entitlement() => ForAllFacts(facts =>
        (facts with { Recognised = facts.Recognised + 1 }).Entitled >= facts.Entitled);

    [Test]
    public void More_third_party_income_never_raises_the_entitlement() => ForAllFacts(facts =>
        (facts with { ThirdParty = facts.ThirdParty + 1 }).Entitled <= facts.Entitled);

    [Test]
    public void Own_money_below_the_plan_never_raises_the_entitlement() => ForAllFacts(facts =>
        (facts with { Own = Math.Min(facts.Own, facts.OwnPlanned) }).Entitled
            <= (facts with { Own = facts.OwnPlanned }).Entitled);

    [Test]
    public void The_terms_lead_to_the_entitlement() => ForAllFacts(facts =>
    {
        var terms = facts.Terms;
        return terms.Basis == Math.Max(0, facts.Recognised - terms.OwnDeducted - terms.ThirdPartyDeducted)
            && terms.Borne <= terms.Basis && terms.Entitled == Math.Min(facts.Awarded, terms.Borne);
    });

    [Test]
    public void What_is_kept_and_what_is_claimed_are_what_was_paid() => ForAllFacts(facts =>
    {
        var claim = Entitlement.Claim(facts.Awarded, facts.Entitled);
        return claim >= 0 && facts.Entitled + claim == facts.Awarded;
    });

    static void ForAllStated(Func<StatedLine[], bool> law) => Prop.ForAll(Arb.From(AllStated), law).QuickCheckThrowOnFailure();

    static void ForAllPlans(Func<ExaminedLine[], IReadOnlyList<ToleratedLine>, int, bool> law) =>
        Prop.ForAll(Arb.From(Plans), plan =>
            law(plan.Lines, BudgetTolerance.Apply(FinancingType.Full, plan.Lines, plan.Percent), plan.Percent))
            .QuickCheckThrowOnFailure();

    static void ForAllFacts(Func<Facts, bool> law) => Prop.ForAll(Arb.From(AllFacts), law).QuickCheckThrowOnFailure();

    sealed record Facts(
        string Type, int Share, long Awarded, long Recognised, long NotRecognised, long OwnPlanned, long Own, long ThirdPlanned,
        long ThirdParty)
    {
        public EntitlementTerms Terms =>
            Entitlement.Of(Type, Share, Awarded, Recognised, NotRecognised, (OwnPlanned, Own), (ThirdPlanned, ThirdParty));

        public long Entitled => Terms.Entitled;
    }
}
