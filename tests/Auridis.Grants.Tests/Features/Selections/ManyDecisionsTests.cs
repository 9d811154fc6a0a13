using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Selections;

/// <summary>A thousand decisions, with quotas and letters, in one transaction.</summary>
public sealed class ManyDecisionsTests(DatabaseKind kind) : ApiTests(kind)
{
    const int Applications = 1_000;
    const int Places = 600;
    const int Counties = 250;

    [Test]
    [CancelAfter(300_000)]
    public async Task A_thousand_decisions_are_published_at_once_and_each_has_its_letter(CancellationToken cancel)
    {
        var round = await Round.Play(app, "MANY", 1, terms => terms with
        {
            SiteLimit = Places,
            Budget = new Money(Places * 80_000_00L),
            Quotas = [new Quota(QuotaBy.Kind, "county", Counties)],
        });
        await Multiply(round, cancel);
        var confirmed = await round.Confirmed();

        var started = Stopwatch.GetTimestamp();
        var published = (await round.Publish(confirmed)).Succeeded();
        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{Applications:#,0} decisions were published in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms"));

        var decisions = published.Json.GetProperty("decisions").EnumerateArray().ToList();
        Assert.That((Decided("select"), Decided("waitlist")), Is.EqualTo((Places, Applications - Places)));
        Assert.That(decisions.Count(decision => decision.GetProperty("reason").ValueKind is JsonValueKind.String), Is.Positive,
            "some counties were kept out by the quota");
        Assert.That(await Letters(round, cancel), Is.EquivalentTo(new[]
        {
            new Count { Kind = "award", Status = "selected", Letters = Places },
            new Count { Kind = "waitlist", Status = "waitlisted", Letters = Applications - Places },
        }));
        var stands = await round.Now();
        Assert.That((stands["selected"], stands["committed.amount"]), Is.EqualTo(("600", "48000000.00")));

        int Decided(string kind) => decisions.Count(decision => decision.GetProperty("decision").GetString() == kind);
    }
    /// <summary>
    /// The application of the round, and its reviews, once more for each of as many other offices; every second is a county.
    /// </summary>
    async Task Multiply(Round round, CancellationToken cancel)
    {
        var file = new StringBuilder("ags,name,kind,governmentDistrict,county\n");
        for (var office = 1; office < Applications; office++)
        {
            var row = office % 2 == 0 ? "000,Ort,county,Bezirk," : "001,Ort,municipality,Bezirk,Kreis";
            file.Append(CultureInfo.InvariantCulture, $"10{office:000}{row}\n");
        }
        using var content = new StringContent(file.ToString(), Encoding.UTF8, "text/csv");
        using var imported = await app.As("admin-1").Http.PostAsync(new Uri("/youth-offices/import", UriKind.Relative), content, cancel);
        Assert.That((int)imported.StatusCode, Is.EqualTo(200), await imported.Content.ReadAsStringAsync(cancel));
        var source = round.Applications[0].Id;
        await app.Db.Write<int>(Author.System(TimeProvider.System), async tx =>
        {
            var reviews = await tx.All<Guid>("select Id from Review where ApplicationId = @Source", new { Source = source });
            var offices = await tx.All<Guid>("select Id from YouthOffice where Ags like '10%' order by Ags");
            foreach (var (i, office) in offices.Index())
            {
                var (copy, number) = (tx.NewId(), i + 2);
                await tx.Execute(CopyApplication, new { Id = copy, Source = source, Office = office, Number = number });
                foreach (var review in reviews)
                    await tx.Execute(CopyReview, new { Id = tx.NewId(), Source = review, Application = copy });
            }
            return offices.Count;
        }, cancel);
    }

    Task<List<Count>> Letters(Round round, CancellationToken cancel) => app.Db.Read(session => session.All<Count>(CountLetters, new
    {
        Programme = round.ProgrammeId,
    }), cancel);

    const string CopyApplication = """
        insert into Application (Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Number, Reference, Title, Content,
            RequestedCents, VersionCount, FormalCheck, CreatedBy, CreatedAt, UpdatedAt, SubmittedBy, SubmittedOn)
        select @Id, a.Version, a.ProgrammeId, o.Id, o.Ags, a.Status, @Number, concat('GA-MANY-', @Number), a.Title, a.Content,
            a.RequestedCents, a.VersionCount, a.FormalCheck, a.CreatedBy, a.CreatedAt, a.UpdatedAt, a.SubmittedBy, a.SubmittedOn
        from Application a join YouthOffice o on o.Id = @Office
        where a.Id = @Source
        """;

    const string CopyReview = """
        insert into Review (Id, Version, ProgrammeId, ApplicationId, Reviewer, Status, Scores, TotalTenths, AssignedOn, SubmittedOn,
            CreatedAt, UpdatedAt)
        select @Id, Version, ProgrammeId, @Application, Reviewer, Status, Scores, TotalTenths, AssignedOn, SubmittedOn, CreatedAt, UpdatedAt
        from Review where Id = @Source
        """;

    const string CountLetters = """
        select l.Kind, a.Status, count(*) as Letters
        from Letter l join Application a on a.Id = l.ApplicationId
        where a.ProgrammeId = @Programme
        group by l.Kind, a.Status
        """;

    sealed record Count
    {
        public required string Kind { get; init; }
        public required string Status { get; init; }
        public required int Letters { get; init; }
    }
}
