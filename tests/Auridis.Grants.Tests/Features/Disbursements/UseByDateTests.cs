using System.Globalization;
using Auridis.Grants.Api.Features.Disbursements;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Disbursements;

[TestFixture]
public sealed class UseByDateTests
{
    [TestCase("2022-10-20", 2, ExpectedResult = "2022-12-20")]
    // 24 December is a Saturday, and Monday the second day of Christmas.
    [TestCase("2022-10-24", 2, ExpectedResult = "2022-12-27")]
    [TestCase("2018-12-31", 2, ExpectedResult = "2019-02-28")]
    public string It_is_a_working_day_so_many_months_later(string bookedOn, int months) =>
        Of(bookedOn, Sample.Terms with { UseByMonths = months });

    [TestCase("2018-10-01", 6, ExpectedResult = "2018-11-12")]
    [TestCase("2022-12-12", 2, ExpectedResult = "2022-12-27")]
    public string Or_so_many_weeks(string bookedOn, int weeks) => Of(bookedOn, Sample.Terms with { UseByWeeks = weeks });

    static string Of(string bookedOn, ProgrammeTerms terms) =>
        UseByDate.Of(DateOnly.ParseExact(bookedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture), terms)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
