using System.Globalization;

namespace Auridis.Grants.Tests.Features.Letters;

/// <summary>Worked by hand, from the posting to the day from which a decision is final, through HTTP.</summary>
public sealed class WorkedAnnouncementTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly (string Posted, string Announced, string Ends, bool Instructed)[] Rows =
    [
        ("2019-01-15", "2019-01-18", "2019-02-18", true),
        ("2019-01-15", "2019-01-18", "2020-01-20", false),
        ("2019-01-17", "2019-01-20", "2019-02-20", true),
        ("2019-01-28", "2019-01-31", "2019-02-28", true),
        ("2019-03-18", "2019-03-21", "2019-04-23", true),
        ("2025-01-10", "2025-01-14", "2025-02-14", true),
    ];

    [Test]
    public async Task Posted_announced_and_the_last_day_for_remedies() => await Assert.MultipleAsync(async () =>
    {
        foreach (var (row, i) in Rows.Select((row, i) => (row, i)))
        {
            await app.ItIs(row.Posted);
            var day = DateOnly.ParseExact(row.Posted, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var programme = await app.OpenProgramme($"WORKED-{i}", Sample.Terms with
            {
                OpensOn = day,
                ClosesOn = day,
                FundingStartsOn = day.AddMonths(1),
                FundingEndsOn = day.AddMonths(13),
                RemedyInstruction = row.Instructed,
            });
            var submitted = await app.Submitted(programme, "05512000");
            (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", new
            {
                items = Sample.Terms.Checks.Select(check => new { check = check.Code, met = false }),
                reason = "Nicht vom Jugendamt eingereicht.",
            }, submitted.ETag)).Succeeded();

            var letter = (await app.Dispatch(await app.LetterOf(submitted.Path()), "post", day)).Succeeded();

            Assert.That((letter["announcedOn"], letter["remedyEndsOn"]), Is.EqualTo((row.Announced, row.Ends)), row.Posted);
        }
    });
}
