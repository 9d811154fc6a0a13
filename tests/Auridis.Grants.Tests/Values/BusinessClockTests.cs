using System.Globalization;
using Auridis.Grants.Api.Features.Clock;

namespace Auridis.Grants.Tests.Values;

/// <summary>A deadline is the end of its day in Berlin, whatever the server's zone and the season.</summary>
[TestFixture]
public sealed class BusinessClockTests
{
    [TestCase("2018-11-30T22:59:59.999Z", "2018-11-30", TestName = "Winter: the last millisecond of the day")]
    [TestCase("2018-11-30T23:00:00.000Z", "2018-12-01", TestName = "Winter: the next day")]
    [TestCase("2018-07-31T21:59:59.999Z", "2018-07-31", TestName = "Summer: the last millisecond of the day")]
    [TestCase("2018-07-31T22:00:00.000Z", "2018-08-01", TestName = "Summer: the next day")]
    [TestCase("2019-03-30T22:59:59.999Z", "2019-03-30", TestName = "The day before the clocks go forward")]
    [TestCase("2019-03-30T23:00:00.000Z", "2019-03-31", TestName = "The short day begins")]
    [TestCase("2019-03-31T21:59:59.999Z", "2019-03-31", TestName = "The short day ends")]
    [TestCase("2019-03-31T22:00:00.000Z", "2019-04-01", TestName = "The day after the short day")]
    [TestCase("2019-10-26T22:00:00.000Z", "2019-10-27", TestName = "The long day begins")]
    [TestCase("2019-10-27T22:59:59.999Z", "2019-10-27", TestName = "The long day ends")]
    [TestCase("2019-10-27T23:00:00.000Z", "2019-10-28", TestName = "The day after the long day")]
    [TestCase("2019-12-31T23:00:00.000Z", "2020-01-01", TestName = "The year changes an hour early")]
    public void A_date_is_the_date_in_Berlin(string time, string date) =>
        Assert.That(BusinessClock.DateOf(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)),
            Is.EqualTo(DateOnly.Parse(date, CultureInfo.InvariantCulture)));

    [Test]
    public void The_clock_runs_on_from_where_it_is_set()
    {
        var real = new SetTime(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var clock = new BusinessClock(real);
        var then = new DateTimeOffset(2018, 10, 1, 7, 0, 0, TimeSpan.Zero);

        clock.Offset = clock.OffsetTo(then);
        real.Now += TimeSpan.FromDays(61);

        Assert.That((clock.Now, clock.Today), Is.EqualTo((then.AddDays(61), new DateOnly(2018, 12, 1))));
    }

    [Test]
    public void Times_are_whole_milliseconds()
    {
        var clock = new BusinessClock(new SetTime(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(12_345_678)));

        Assert.That(clock.Now, Is.EqualTo(new DateTimeOffset(2026, 1, 1, 0, 0, 1, 234, TimeSpan.Zero)));
    }

    [TestCase("1999-12-31T22:59:59.999Z", false)]
    [TestCase("1999-12-31T23:00:00.000Z", true)]
    [TestCase("2100-12-31T22:59:59.999Z", true)]
    [TestCase("2100-12-31T23:00:00.000Z", false)]
    public void The_clock_is_set_to_the_days_that_dates_can_have(string time, bool valid) =>
        Assert.That(new SetClock.Validator().Validate(new SetClock.Request(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)))
            .IsValid, Is.EqualTo(valid));

    sealed class SetTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
