using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Values;

public sealed class PeriodsTests
{
    static readonly Arbitrary<(DateOnly Day, int Length)> Cases = (
        from day in Gen.Choose(new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2100, 1, 1).DayNumber)
        from length in Gen.Choose(0, 60)
        select (DateOnly.FromDayNumber(day), length)).ToArbitrary();

    [TestCase("2017-11-30", "2018-06-01", Description = "31 May is Corpus Christi")]
    [TestCase("2017-04-30", "2017-11-02", Description = "31 October was a holiday once, 1 November is one")]
    [TestCase("2023-09-30", "2024-04-02", Description = "31 March is Easter Sunday")]
    [TestCase("2020-06-30", "2020-12-31")]
    [TestCase("2019-08-31", "2020-03-02", Description = "29 February is a Saturday")]
    public void Six_months_after_the_end(string lastDay, string ends) =>
        Assert.That(Periods.MonthsAfterEnd(Day(lastDay), 6), Is.EqualTo(Day(ends)));

    [Test]
    public void Thirty_days_after_an_offer_do_not_end_at_Easter() =>
        Assert.That(Periods.DaysAfter(Day("2019-03-20"), 30), Is.EqualTo(Day("2019-04-23")), "19 April is Good Friday");

    [FsCheck.NUnit.Property]
    public Property A_period_ends_on_a_working_day_and_never_before_its_length() => Prop.ForAll(Cases, example =>
    {
        var (days, months) = (Periods.DaysAfter(example.Day, example.Length), Periods.MonthsAfterEnd(example.Day, example.Length));
        return WorkingDays.IsWorkingDay(days) && WorkingDays.IsWorkingDay(months)
            && days >= example.Day.AddDays(example.Length) && months >= example.Day.AddDays(1).AddMonths(example.Length).AddDays(-1);
    });

    [FsCheck.NUnit.Property]
    public Property A_later_beginning_never_ends_earlier() => Prop.ForAll(Cases, example =>
        Periods.MonthsAfterEnd(example.Day.AddDays(1), example.Length) >= Periods.MonthsAfterEnd(example.Day, example.Length)
        && Periods.DaysAfter(example.Day.AddDays(1), example.Length) >= Periods.DaysAfter(example.Day, example.Length));

    static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
