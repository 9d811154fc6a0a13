using System.Globalization;
using Auridis.Grants.Api.Features.Programmes;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Features.Applications;

/// <summary>The last day of a window ends at midnight in Berlin, which is 23:00 in UTC in winter and 22:00 in summer.</summary>
public sealed class WorkedDeadlineTests(DatabaseKind kind) : ApiTests(kind)
{
    [TestCase("2018-11-30", "2018-11-30T22:59:59.999Z", null)]
    [TestCase("2018-11-30", "2018-11-30T23:00:00Z", "deadline-passed")]
    [TestCase("2019-03-31", "2019-03-31T21:59:59.999Z", null, Description = "summer time has begun on this day")]
    [TestCase("2019-03-31", "2019-03-31T22:00:00Z", "deadline-passed")]
    [TestCase("2019-10-27", "2019-10-27T22:59:59.999Z", null, Description = "summer time has ended on this day")]
    [TestCase("2019-10-27", "2019-10-27T23:00:00Z", "deadline-passed")]
    public void A_window_is_open_to_its_last_millisecond(string closesOn, string now, string? refused)
    {
        var programme = new Programme
        {
            Id = Guid.Empty,
            Version = 1,
            Code = "DEADLINE",
            Status = ProgrammeStatus.Open,
            Terms = Sample.Terms with { ClosesOn = DateOnly.ParseExact(closesOn, "yyyy-MM-dd", CultureInfo.InvariantCulture) },
            Selected = 0,
            Committed = new Money(0),
            CreatedAt = default,
            UpdatedAt = default,
        };

        var today = BusinessClock.DateOf(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));

        Assert.That(ApplicationWindow.WhyRefused(programme, "05512000", today)?.Code, Is.EqualTo(refused));
    }

    [Test]
    public async Task Before_midnight_in_Berlin_an_application_is_taken_and_at_midnight_it_is_not()
    {
        await app.ItIs("2018-11-30");
        var programme = await app.OpenProgramme("DEADLINE");
        Answer[] drafts = [await app.Draft(programme, "05512000"), await app.Draft(programme, "05513000")];
        // It runs on from here: a minute is enough for a slow machine.
        var clock = app.Services.GetRequiredService<BusinessClock>();
        clock.Offset = clock.OffsetTo(DateTimeOffset.Parse("2018-11-30T22:59:00Z", CultureInfo.InvariantCulture));

        var inTime = (await Submit(drafts[0])).Succeeded();
        (await app.As("caseworker-1").Put("/clock", new { now = "2018-11-30T23:00:00Z" })).Succeeded();
        var late = (await Submit(drafts[1])).Refused(409, "deadline-passed");

        Assert.That((inTime["submittedOn"], late["closesOn"], late["today"]), Is.EqualTo(("2018-11-30", "2018-11-30", "2018-12-01")));
        Assert.That((await app.Applicant("05513000").Get(drafts[1].Path())).Text, Is.EqualTo(drafts[1].Text));
        Assert.That((await app.As("funder-1").Get(programme)).Succeeded()["status"], Is.EqualTo("closed"));
    }

    Task<Answer> Submit(Answer draft) => app.Applicant(draft["officeAgs"]).Post(draft.Path() + "/submit", ifMatch: draft.ETag);
}
