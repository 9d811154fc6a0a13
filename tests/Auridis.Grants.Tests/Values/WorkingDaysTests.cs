using System.Globalization;

namespace Auridis.Grants.Tests.Values;

public sealed class WorkingDaysTests
{
    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [TestCase("2018-10-22", 5, ExpectedResult = "2018-10-15")]
    // Over All Saints' Day and a weekend.
    [TestCase("2018-11-05", 2, ExpectedResult = "2018-10-31")]
    public string So_many_working_days_before(string day, int count) =>
        WorkingDays.Before(Day(day), count).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [TestCase("2018-04-01")]
    [TestCase("2019-04-21")]
    [TestCase("2024-03-31")]
    [TestCase("2038-04-25")]
    [TestCase("2285-03-22")]
    public void Easter_is_where_the_calendar_has_it(string sunday) =>
        Assert.That(WorkingDays.EasterSunday(Day(sunday).Year), Is.EqualTo(Day(sunday)));

    [Test]
    public void Northrhine_Westphalia_has_these_public_holidays()
    {
        var holidays = Enumerable.Range(0, 365).Select(Day("2019-01-01").AddDays).Where(WorkingDays.IsPublicHoliday)
            .Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture));

        Assert.That(string.Join(' ', holidays),
            Is.EqualTo("01-01 04-19 04-21 04-22 05-01 05-30 06-09 06-10 06-20 10-03 11-01 12-25 12-26"));
    }

    [TestCase("2021-06-30", "2021-06-30", Description = "a Wednesday")]
    [TestCase("2018-12-22", "2018-12-24", Description = "a Saturday; Christmas Eve is a working day")]
    [TestCase("2018-03-30", "2018-04-03", Description = "Good Friday, the weekend, Easter Monday")]
    [TestCase("2020-10-31", "2020-11-02", Description = "All Saints' Day on a Sunday")]
    [TestCase("2017-10-31", "2017-11-02", Description = "the one Reformation Day, and All Saints' Day")]
    public void What_falls_on_no_working_day_moves_to_the_next(string day, string moved) =>
        Assert.That(WorkingDays.OnOrAfter(Day(day)), Is.EqualTo(Day(moved)));
}
