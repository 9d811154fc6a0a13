namespace Auridis.Grants.Tests.Features.Awards;

/// <summary>What an office tells of its award, and how it is answered.</summary>
public sealed class NoticeTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Table = new("""
                 answer   withdraw-answer close
        open     answered .               closed
        answered .        open            .
        closed   .        .               .
        """);

    static readonly object Delay = new { kind = "delay", text = "Die Stelle ist\nnicht besetzt" };

    static readonly object Because = new { reason = "Der Plan trägt es" };

    [SetUp]
    public Task After_the_offer() => app.ItIs("2019-03-01");

    [Test]
    public async Task An_office_tells_and_a_caseworker_closes_it_with_a_reason()
    {
        var award = await SeededAward.Insert(app.Db);
        var notice = await Given(award);
        Assert.That((notice["status"], notice["kind"], notice["text"], notice["givenOn"], notice["reference"]),
            Is.EqualTo(("open", "delay", "Die Stelle ist\nnicht besetzt", "2019-03-01", award.Reference + "-M01")));

        var closed = (await Close(notice)).Succeeded();

        Assert.That((closed["status"], closed["closeReason"], closed["closedOn"]),
            Is.EqualTo(("closed", "Der Plan trägt es", "2019-03-01")));
        Assert.That((await app.As(award.Applicant).Get(notice.Location!)).Succeeded().Text, Is.EqualTo(closed.Text));
        Assert.That((await Given(award))["reference"], Is.EqualTo(award.Reference + "-M02"));
        Assert.That((await app.As("auditor-1").Get($"/awards/{award.Id}/notices")).Succeeded().Json.GetProperty("items").GetArrayLength(),
            Is.EqualTo(2));
    }

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere()
    {
        List<string> differences = [];
        foreach (var (state, command, expected) in Table.Pairs)
        {
            var award = await SeededAward.Insert(app.Db);
            var before = await Given(award);
            var amendment = state == "answered" ? (await Answer(award, before)).Succeeded() : null;
            if (state == "closed")
                (await Close(before)).Succeeded();
            before = await Now(before);

            var answer = command switch
            {
                "answer" => await Answer(award, before),
                "withdraw-answer" when amendment is null => null,
                "withdraw-answer" => await Withdraw(amendment!),
                _ => await Close(before),
            };

            var after = await Now(before);
            var refused = answer is null || answer.Code is "wrong-state" or "notice-not-open" or "amendment-pending";
            var outcome = refused ? "." : after["status"];
            if (outcome != expected)
                differences.Add($"{command} in {state}: {answer?.Code ?? outcome}, not {expected}");
            if (refused && after.Text != before.Text)
                differences.Add($"{command} in {state} was refused and changed something");
        }
        Assert.That(differences, Is.Empty);
    }

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["closed"]));
    });

    [Test]
    public async Task An_amendment_answers_an_open_notice_of_its_own_award()
    {
        var (award, other) = (await SeededAward.Insert(app.Db), await SeededAward.Insert(app.Db));
        var notice = await Given(award);
        (await Answer(other, notice)).Refused(409, "notice-not-open");

        var amendment = (await Answer(award, notice)).Succeeded();

        Assert.That(amendment["noticeId"], Is.EqualTo(notice["id"]));
        var answered = await Now(notice);
        Assert.That((answered["status"], answered["closedOn"]), Is.EqualTo(("answered", "2019-03-01")));
        (await app.As("decider-1").Post($"/amendments/{amendment["id"]}/approve", ifMatch: amendment.ETag, key: Payments.Key)).Succeeded();
        Assert.That((await Now(notice))["status"], Is.EqualTo("answered"));
        (await Answer(award, notice, "2021-12-31")).Refused(409, "notice-not-open");
    }

    [Test]
    public async Task Only_its_office_tells_and_only_the_funding_side_closes()
    {
        var award = await SeededAward.Insert(app.Db);
        var stranger = app.Person("stranger", [Role.Applicant], "05512000");
        var colleague = app.Person("colleague", [Role.Caseworker], award.Ags);
        (await stranger.Post($"/awards/{award.Id}/notices", Delay)).Refused(404, "not-found");
        (await app.Person("both", [Role.Applicant, Role.Caseworker], "05512000").Post($"/awards/{award.Id}/notices", Delay))
            .Refused(403, "forbidden");
        var notice = await Given(award);
        (await stranger.Get(notice.Location!)).Refused(404, "not-found");
        (await colleague.Post(notice.Location + "/close", Because, notice.ETag)).Refused(403, "decider-conflicted");
        (await app.As("caseworker-1").Post($"/notices/{Guid.Empty}/close", Because, "\"1\"")).Refused(404, "not-found");
        (await app.As(award.Applicant).Post($"/awards/{award.Id}/notices", new { kind = "weather", text = "x" }))
            .Refused(400, "validation-failed");

        var offered = await SeededAward.Insert(app.Db, status: "offered");
        await Given(offered);
        var declined = await SeededAward.Insert(app.Db, status: "declined");
        (await app.As(declined.Applicant).Post($"/awards/{declined.Id}/notices", Delay)).Refused(409, "wrong-state");
    }

    async Task<Answer> Given(SeededAward award) =>
        (await app.As(award.Applicant).Post($"/awards/{award.Id}/notices", Delay)).Succeeded();

    Task<Answer> Close(Answer notice) =>
        app.As("caseworker-1").Post($"/notices/{notice["id"]}/close", Because, notice.ETag);

    Task<Answer> Answer(SeededAward award, Answer notice, string endsOn = "2021-03-31") =>
        app.As("caseworker-1").Post($"/awards/{award.Id}/amendments",
            new { kind = "extension", endsOn, reason = "Später begonnen", noticeId = notice["id"] });

    Task<Answer> Withdraw(Answer amendment) =>
        app.As("caseworker-1").Post($"/amendments/{amendment["id"]}/withdraw", ifMatch: amendment.ETag);

    async Task<Answer> Now(Answer notice) => (await app.As("auditor-1").Get("/notices/" + notice["id"])).Succeeded();
}
