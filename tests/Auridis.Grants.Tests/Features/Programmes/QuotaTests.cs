using System.Net;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Programmes;

/// <summary>Never more sites of one district, or of one kind of office, than the quotas say.</summary>
public sealed class QuotaTests(DatabaseKind kind) : ApiTests(kind)
{
    static (int Need, int Network) Descending(int index) => (Math.Max(0, 10 - index), 5);

    /// <summary>A round with one quota, and those of its applications that the quota counts.</summary>
    async Task<(Round Round, List<RoundApplication> Counted)> Play(
        string code, int applications, int most, string by = QuotaBy.Kind, string value = "independent-city")
    {
        var round = await Round.Play(app, code, applications, terms => terms with
        {
            SiteLimit = 1000,
            Budget = new Money(100_000_000_00),
            Quotas = [new Quota(by, value, most)],
        }, Descending);
        var counted = (await app.As("funder-1").Get("/youth-offices?limit=200")).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Where(office => office.GetProperty(by).GetString() == value)
            .Select(office => office.GetProperty("ags").GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        return (round, [.. round.Applications.Where(application => counted.Contains(application.Office))]);
    }

    Task<int> Taken(Round round) => app.Db.Read(session => session.One<int>(
        "select Taken from ProgrammeQuota where ProgrammeId = @ProgrammeId", new { round.ProgrammeId }), CancellationToken.None);

    [Test]
    public async Task The_filled_in_selection_goes_past_who_a_full_quota_keeps_out_and_says_so()
    {
        var (round, counted) = await Play("QUOTA-FILLED", 6, most: 1);
        Assert.That(counted, Has.Count.GreaterThan(1));

        var draft = await round.Draft();

        var decisions = draft.Json.GetProperty("decisions").EnumerateArray().ToDictionary(
            decision => decision.GetProperty("applicationId").GetGuid(),
            decision => (decision.GetProperty("decision").GetString(), decision.GetProperty("reason").GetString()));
        foreach (var application in round.Applications)
        {
            Assert.That(decisions[application.Id],
                Is.EqualTo(counted.Skip(1).Contains(application) ? ("waitlist", "quota") : ("select", (string?)null)));
        }
        var limit = draft.Json.GetProperty("limits").GetProperty("quotas")[0];
        Assert.That((limit.GetProperty("by").GetString(), limit.GetProperty("most").GetInt32(), limit.GetProperty("wanted").GetInt32(),
            limit.GetProperty("left").GetInt32()), Is.EqualTo(("kind", 1, 1, 0)));

        var published = (await round.Publish(await round.Confirm(draft))).Succeeded();
        Assert.That((await Taken(round), published.Json.GetProperty("limits").GetProperty("quotas")[0].GetProperty("left").GetInt32()),
            Is.EqualTo((1, 0)));
    }

    /// <summary>To leave somebody out whom the quota does not keep out is a skip.</summary>
    [Test]
    public async Task Going_past_who_is_not_kept_out_needs_a_reason()
    {
        var (round, counted) = await Play("QUOTA-SKIP", 6, most: 1);
        object Chosen(RoundApplication application) =>
            new { applicationId = application.Id, decision = "select", amount = application.Requested };

        var others = round.Applications.Except(counted).ToList();
        (await app.As("decider-1").Post(round.Programme + "/selections", new { decisions = others.Select(Chosen) }))
            .Refused(409, "skip-needs-reason");
        (await app.As("decider-1").Post(round.Programme + "/selections",
            new { decisions = others.Append(counted[0]).Select(Chosen) })).Succeeded();
    }

    [Test]
    public async Task Selections_compete_for_a_quota_and_no_more_get_a_place_than_it_allows()
    {
        var (round, counted) = await Play("QUOTA-RACE", 8, most: 2, QuotaBy.GovernmentDistrict, "Münster");
        Assert.That(counted, Has.Count.GreaterThan(4));
        List<Answer> confirmed = [];
        foreach (var application in counted)
            confirmed.Add(await round.Confirmed(application));

        var answers = await Task.WhenAll(confirmed.Select(selection => Task.Run(() => round.Publish(selection))));

        var refused = answers.Where(answer => answer.Status != HttpStatusCode.OK).ToList();
        Assert.That((answers.Length - refused.Count, await Taken(round)), Is.EqualTo((2, 2)));
        foreach (var answer in refused)
        {
            answer.Refused(409, "quota-reached");
            Assert.That((answer["countedBy"], answer["value"], answer["most"], answer["taken"]),
                Is.EqualTo(("governmentDistrict", "Münster", "2", "2")));
        }
        Assert.That((await round.Now())["selected"], Is.EqualTo("2"), "a refused one takes no place of the programme either");
    }

    [Test]
    public async Task A_selection_beyond_a_quota_shows_it_and_a_declined_offer_frees_the_place()
    {
        var (round, counted) = await Play("QUOTA-FREED", 6, most: 1);
        var award = (await round.Offer(counted[0]))[0];
        var next = await round.Confirmed(counted[1]);
        Assert.That(next.Json.GetProperty("limits").GetProperty("exceeded").EnumerateArray().Select(code => code.GetString()),
            Is.EqualTo(["quota-reached"]));
        (await round.Publish(next)).Refused(409, "quota-reached");

        (await app.Applicant(counted[0].Office).Post($"/awards/{award["id"]}/decline", new { reason = "Kein Eigenanteil" }, award.ETag,
            key: "decline-quota")).Succeeded();

        Assert.That(await Taken(round), Is.Zero);
        (await app.As("decider-1").Post($"/selections/{next["id"]}/publish", ifMatch: next.ETag, key: "again-quota")).Succeeded();
        Assert.That(await Taken(round), Is.EqualTo(1));
    }

    /// <summary>Two quotas count some of the offices, and one gives its place back at the same moment: both are right afterwards.</summary>
    [Test]
    public async Task Two_quotas_are_kept_while_many_get_a_place_and_one_gives_its_own_back()
    {
        var round = await Round.Play(app, "QUOTA-TWO", 8, terms => terms with
        {
            SiteLimit = 1000,
            Budget = new Money(100_000_000_00),
            Quotas = [new Quota(QuotaBy.GovernmentDistrict, "Münster", 3), new Quota(QuotaBy.Kind, "independent-city", 1)],
        }, Descending);
        var both = round.Applications.Single(application => application.Office == "05512000");
        var award = (await round.Offer(both))[0];
        List<Answer> confirmed = [];
        foreach (var application in round.Applications.Where(application => application != both))
            confirmed.Add(await round.Confirmed(application));

        var decline = Task.Run(() => app.Applicant(both.Office).Post(
            $"/awards/{award["id"]}/decline", new { reason = "Kein Eigenanteil" }, award.ETag, key: "decline-two"));
        var answers = await Task.WhenAll(confirmed.Select(selection => Task.Run(() => round.Publish(selection))));
        (await decline).Succeeded();

        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code),
            Is.Not.Empty.And.All.EqualTo("quota-reached"));
        Assert.That((await round.Now())["selected"],
            Is.EqualTo(answers.Count(answer => answer.Code is null).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var quotas = await app.Db.Read(session => session.All<Counted>("""
            select q.Value, q.Most, q.Taken,
                (select count(*) from Application a join YouthOffice o on o.Id = a.YouthOfficeId
                    where a.ProgrammeId = q.ProgrammeId and a.Status = 'selected' and q.Value in (o.Kind, o.GovernmentDistrict)) as Sites
            from ProgrammeQuota q where q.ProgrammeId = @ProgrammeId
            """, new { round.ProgrammeId }), CancellationToken.None);
        Assert.That(quotas.Select(quota => quota.Value), Is.EquivalentTo(["Münster", "independent-city"]));
        foreach (var quota in quotas)
            Assert.That(quota.Taken, Is.EqualTo(quota.Sites).And.LessThanOrEqualTo(quota.Most), quota.Value);
    }

    sealed record Counted
    {
        public required string Value { get; init; }
        public int Most { get; init; }
        public int Taken { get; init; }
        public int Sites { get; init; }
    }
}
