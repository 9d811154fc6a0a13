using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Tests.Features.Awards;

public sealed class RemedyPeriodTests
{
    [TestCase("2019-01-08", 31, "2019-02-09", Description = "ends on Friday 8 February")]
    [TestCase("2019-01-10", 31, "2019-02-12", Description = "would end on Sunday, and ends on Monday 11 February")]
    [TestCase("2019-03-19", 31, "2019-04-24", Description = "would end on Good Friday, and ends on Tuesday after Easter")]
    [TestCase("2019-01-08", 0, "2019-01-09")]
    public void An_award_is_final_on_the_day_after_the_last_day(string accepted, int days, string finalFrom) =>
        Assert.That(RemedyPeriod.FinalFrom(DateOnly.Parse(accepted, System.Globalization.CultureInfo.InvariantCulture), days)
            .ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            Is.EqualTo(finalFrom));
}
