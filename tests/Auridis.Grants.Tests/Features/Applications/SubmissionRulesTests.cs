using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Features.Applications;

public sealed class SubmissionRulesTests
{
    static Programme Programme(string status) => new()
    {
        Id = Guid.Empty,
        Version = 1,
        Code = "2018-A",
        Status = status,
        Terms = Sample.Terms,
        Selected = 0,
        Committed = new Money(0),
        CreatedAt = default,
        UpdatedAt = default,
    };

    [TestCase(1, "GA-2018-A-0001")]
    [TestCase(7, "GA-2018-A-0007")]
    [TestCase(12345, "GA-2018-A-12345")]
    public void A_reference_has_four_digits_or_more(int number, string expected) =>
        Assert.That(ApplicationReference.Of("2018-A", number), Is.EqualTo(expected));

    [TestCase("2018-09-26", null)]
    [TestCase("2018-11-30", null)]
    [TestCase("2018-09-25", "programme-not-open")]
    [TestCase("2018-12-01", "deadline-passed")]
    public void An_open_programme_takes_applications_from_its_first_day_to_its_last(string today, string? refused) =>
        Assert.That(ApplicationWindow.WhyRefused(Programme(ProgrammeStatus.Open), "05512000", Day(today))?.Code, Is.EqualTo(refused));

    [TestCase(ProgrammeStatus.Draft, "2018-10-01", "programme-not-open")]
    [TestCase(ProgrammeStatus.Draft, "2018-12-01", "programme-not-open")]
    [TestCase(ProgrammeStatus.Closed, "2018-12-01", "deadline-passed")]
    [TestCase(ProgrammeStatus.Closed, "2018-10-01", "programme-not-open")]
    [TestCase(ProgrammeStatus.Decided, "2018-12-20", "deadline-passed")]
    public void Any_other_takes_none(string status, string today, string refused) =>
        Assert.That(ApplicationWindow.WhyRefused(Programme(status), "05512000", Day(today))?.Code, Is.EqualTo(refused));

    [TestCase(10_000_000, null)]
    [TestCase(10_000_001, "cap-exceeded")]
    public void A_site_asks_for_no_more_than_the_cap(long requested, string? refused)
    {
        var plan = new FinancePlan([new("personnel", new Money(requested))], new Money(0), new Money(0), new Money(requested));

        Assert.That(CapPerSite.WhyRefused(Sample.Terms, plan.Requested!.Value)?.Code, Is.EqualTo(refused));
    }

    [Test]
    public void A_line_names_a_category_of_the_programme()
    {
        var plan = Sample.Content.FinancePlan! with { Lines = [new("personnel", new Money(90_000_00)), new("cars", new Money(10_000_00))] };

        var problem = FinancePlanCategories.WhyRefused(plan, Sample.Terms)!;
        Assert.That((problem.Code, problem.Figures.Single().Value), Is.EqualTo(("unknown-category", "cars")));
    }

    /// <summary>66.67 % of 93,410.27 are 62,276.627, down to the cent.</summary>
    [TestCase(FinancingType.Share, 62_276_62, 31_133_65, null)]
    [TestCase(FinancingType.Share, 62_276_63, 31_133_64, "plan-against-financing")]
    [TestCase(FinancingType.Share, 1_00, 93_409_27, null)]
    [TestCase(FinancingType.Full, 93_410_27, 0, null)]
    [TestCase(FinancingType.Full, 93_410_26, 1, "plan-against-financing")]
    [TestCase(FinancingType.Deficit, 93_410_26, 1, null)]
    [TestCase(FinancingType.FixedAmount, 1, 93_410_26, null)]
    public void A_plan_fits_the_type_of_financing(string type, long requested, long own, string? refused)
    {
        var plan = new FinancePlan([new("personnel", new Money(93_410_27))], new Money(own), new Money(0), new Money(requested));
        var terms = Sample.Terms with { FinancingType = type, SharePercent = type == FinancingType.Share ? 66.67m : null };

        Assert.That(PlanAgainstFinancing.WhyRefused(plan, terms)?.Code, Is.EqualTo(refused));
    }

    [Test]
    public void A_plan_is_balanced_exactly_when_its_funds_are_its_lines() =>
        Prop.ForAll<NonNegativeInt, PositiveInt, int>((own, requested, off) =>
    {
        var asked = requested.Get % Sample.Terms.CapPerSite.Cents + 1;
        var plan = new FinancePlan([new("personnel", new Money(asked + own.Get + off))], new Money(own.Get), new Money(0),
            new Money(asked));

        return FinancePlanBalance.WhyRefused(plan)?.Code == (off == 0 ? null : "finance-plan-unbalanced");
    }).QuickCheckThrowOnFailure();

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
