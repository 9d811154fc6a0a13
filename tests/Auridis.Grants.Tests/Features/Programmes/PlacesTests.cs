using System.Globalization;
using System.Net;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Programmes;

/// <summary>Many people decide at the same moment: never more places than there are, never more money.</summary>
public sealed class PlacesTests(DatabaseKind kind) : ApiTests(kind)
{
    const int Crowd = 50;

    /// <summary>A selection for each application, each confirmed by two people.</summary>
    static async Task<List<Answer>> OneEach(Round round, IEnumerable<RoundApplication> applications)
    {
        var confirmed = new List<Answer>();
        foreach (var application in applications)
            confirmed.Add(await round.Confirmed(application));
        return confirmed;
    }

    static Task<Answer[]> PublishAtOnce(Round round, IEnumerable<Answer> confirmed) =>
        Task.WhenAll(confirmed.Select(selection => Task.Run(() => round.Publish(selection))));

    Task<List<Entry>> Ledger(Round round) => app.Db.Read(session => session.All<Entry>("""
        select e.Event, a.Reference, sum(p.AmountCents) as Cents
        from JournalEntry e join Posting p on p.EntrySeq = e.Seq join Award a on a.Id = e.AwardId
        where a.ProgrammeId = @ProgrammeId
        group by e.Seq, e.Event, a.Reference
        order by e.Seq
        """, new { round.ProgrammeId }), CancellationToken.None);

    sealed class Entry
    {
        public required string Event { get; init; }
        public required string Reference { get; init; }
        public required long Cents { get; init; }
    }

    [Test]
    public async Task Fifty_selections_compete_for_three_places_and_exactly_three_get_one()
    {
        var round = await Round.Play(app, "PLACES", Crowd, terms => terms with { SiteLimit = 3, Budget = new Money(100_000_000_00) });
        var confirmed = await OneEach(round, round.Applications);

        var answers = await PublishAtOnce(round, confirmed);

        var refused = answers.Where(answer => answer.Status != HttpStatusCode.OK).ToList();
        Assert.That((answers.Length - refused.Count, refused.Count), Is.EqualTo((3, Crowd - 3)));
        foreach (var answer in refused)
        {
            answer.Refused(409, "site-limit-reached");
            Assert.That((answer["siteLimit"], answer["selectedSites"], answer["wantedSites"]), Is.EqualTo(("3", "3", "1")));
        }
        var programme = await round.Now();
        Assert.That((programme["status"], programme["selected"], programme["committed.amount"]), Is.EqualTo(("decided", "3", "240000.00")));
        Assert.That((await Ledger(round)).Select(entry => (entry.Event, entry.Reference, entry.Cents)), Is.EqualTo(
            Enumerable.Range(1, 3).Select(number =>
                ("commitment", string.Create(CultureInfo.InvariantCulture, $"GA-PLACES-Z-{number:00}"), 80_000_00L))));
    }

    /// <summary>The money would do for them: 14 × 80,000.00 of 1,200,000.00.</summary>
    [Test]
    public async Task Fourteen_sites_do_not_get_twelve_places()
    {
        var round = await Round.Play(app, "FOURTEEN", 14);
        var confirmed = await round.Confirmed(round.Applications);
        Assert.That(confirmed["limits.exceeded"], Is.EqualTo("""["site-limit-reached"]"""));

        var refused = (await round.Publish(confirmed)).Refused(409, "site-limit-reached");

        Assert.That((refused["siteLimit"], refused["selectedSites"], refused["wantedSites"]), Is.EqualTo(("12", "0", "14")));
        Assert.That((await app.As("auditor-1").Get($"/selections/{confirmed["id"]}")).Text, Is.EqualTo(confirmed.Text));
        Assert.That(((await round.Now())["selected"], (await Ledger(round)).Count), Is.EqualTo(("0", 0)));
    }

    [Test]
    public async Task They_compete_for_the_money_in_the_same_way()
    {
        // Three times 80,000.00 fit, and a cent is missing for the fourth.
        var round = await Round.Play(app, "BUDGET", 20, terms => terms with { SiteLimit = 1000, Budget = new Money(319_999_99) });
        var confirmed = await OneEach(round, round.Applications);

        var answers = await PublishAtOnce(round, confirmed);

        var refused = answers.Where(answer => answer.Status != HttpStatusCode.OK).ToList();
        Assert.That((answers.Length - refused.Count, refused.Count), Is.EqualTo((3, 17)));
        foreach (var answer in refused)
        {
            answer.Refused(409, "budget-exhausted");
            Assert.That((answer["budget"], answer["committed"]), Is.EqualTo((
                """{"amount":"319999.99","currency":"EUR"}""", """{"amount":"240000.00","currency":"EUR"}""")));
        }
        Assert.That((await round.Now())["selected"], Is.EqualTo("3"));
        Assert.That((await Ledger(round)).Sum(entry => entry.Cents), Is.EqualTo(240_000_00));
    }

    /// <summary>No selection can decide this much; the programme's own row refuses it in any case.</summary>
    [Test]
    public async Task More_than_one_site_can_get_is_never_committed()
    {
        var round = await Round.Play(app, "CAP", 0, terms => terms with { CapPerSite = new Money(50_000_00) });

        var taken = await app.Db.Write<Programme>(Author.System(TimeProvider.System),
            tx => Places.Take(
                tx, round.ProgrammeId, [new Site("05512000", new Money(50_000_00)), new Site("05513000", new Money(50_000_01))]),
            CancellationToken.None);

        Assert.That(((Problem?)taken.Refusal)?.Code, Is.EqualTo("cap-exceeded"));
        Assert.That((await round.Now())["committed.amount"], Is.EqualTo("0.00"));
    }

    [Test]
    public async Task A_place_that_is_declined_goes_to_exactly_one_of_those_who_wait()
    {
        var round = await Round.Play(app, "PROMOTE", 12, terms => terms with { SiteLimit = 2 });
        var awards = await round.Offer(round.Applications[0], round.Applications[1]);
        var promotions = await OneEach(round, round.Applications.Skip(2));
        var applicant = app.Applicant(round.Applications[0].Office);

        var decline = Task.Run(() =>
            applicant.Post($"/awards/{awards[0]["id"]}/decline", new { reason = "Kein Eigenanteil" }, awards[0].ETag, key: "decline"));
        var early = await PublishAtOnce(round, promotions);
        (await decline).Succeeded();
        var promoted = early.Count(answer => answer.Status == HttpStatusCode.OK);
        // Whoever came before the place was free is refused, and tries again.
        var late = await PublishAtOnce(round, promotions.Where((_, i) => early[i].Status != HttpStatusCode.OK));
        promoted += late.Count(answer => answer.Status == HttpStatusCode.OK);

        Assert.That(promoted, Is.EqualTo(1));
        Assert.That(early.Concat(late).Where(answer => answer.Status != HttpStatusCode.OK).Select(answer => answer.Code),
            Is.All.EqualTo("site-limit-reached"));
        var programme = await round.Now();
        Assert.That((programme["selected"], programme["committed.amount"]), Is.EqualTo(("2", "160000.00")));
        Assert.That((await Ledger(round)).CountBy(entry => entry.Event).ToDictionary(),
            Is.EqualTo(new Dictionary<string, int>(StringComparer.Ordinal) { ["commitment"] = 3, ["commitment-release"] = 1 }));
    }

    [Test]
    public async Task An_offer_that_is_declined_twice_at_once_frees_one_place()
    {
        var round = await Round.Play(app, "TWICE", 1);
        var award = (await round.Offer(round.Applications[0]))[0];
        var applicant = app.Applicant(round.Applications[0].Office);

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() =>
            applicant.Post($"/awards/{award["id"]}/decline", new { reason = "Nein" }, award.ETag, key: $"decline-{i}"))));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status != HttpStatusCode.OK).Select(answer => answer.Code),
            Is.All.EqualTo("stale-version"));
        Assert.That((await round.Now())["selected"], Is.EqualTo("0"));
    }
}
