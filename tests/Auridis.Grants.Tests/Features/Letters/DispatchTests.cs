using System.Globalization;

namespace Auridis.Grants.Tests.Features.Letters;

public sealed class DispatchTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Office = "05512000";

    int programmes;

    [Test]
    public async Task A_letter_goes_out_once()
    {
        var letter = await Letter();
        var dispatched = (await app.Dispatch(letter, "post")).Succeeded();

        var refused = (await app.Dispatch(dispatched, "served")).Refused(409, "letter-dispatched");

        Assert.That((refused["dispatchedOn"], refused["channel"]), Is.EqualTo((LetterSteps.Written(app.Today()), "post")));
        (await app.Dispatch(letter, "post")).Refused(412, "stale-version");
        Assert.That((await app.Letter(letter["id"])).Text, Is.EqualTo(dispatched.Text));
    }

    [Test]
    public async Task Neither_in_the_future_nor_before_its_date_nor_on_another_way()
    {
        var letter = await Letter();
        await app.Pass(2);
        var today = app.Today();

        foreach (var day in (DateOnly[])[today.AddDays(1), today.AddDays(-3)])
            Assert.That((await app.Dispatch(letter, "post", day)).Refused(400, "validation-failed")["errors"], Does.Contain("/on"));
        Assert.That((await app.Dispatch(letter, "portal", today.AddDays(-1))).Refused(400, "validation-failed")["errors"],
            Does.Contain("/on"), "the portal provides it by the step itself");
        Assert.That((await app.Dispatch(letter, "pigeon", today)).Refused(400, "validation-failed")["errors"], Does.Contain("/channel"));
        Assert.That((await app.Letter(letter["id"])).Text, Is.EqualTo(letter.Text));
        (await app.Dispatch(letter, "post", today.AddDays(-2))).Succeeded();
        (await app.As("caseworker-1").Post($"/letters/{Guid.Empty}/dispatch", new { channel = "post", on = today }, "\"1\""))
            .Refused(404, "not-found");
    }

    [Test]
    public async Task A_receipt_moves_the_announcement_later_and_never_earlier()
    {
        var letter = (await app.Dispatch(await Letter(), "post")).Succeeded();
        var (posted, thought) = (app.Today(), letter["announcedOn"]);
        Assert.That(thought, Is.EqualTo(LetterSteps.Written(posted.AddDays(3))));
        (await app.Receive(letter, posted.AddDays(1))).Refused(400, "validation-failed");
        (await app.Receive(letter, posted.AddDays(-1))).Refused(409, "receipt-before-dispatch");
        await app.Pass(9);

        var early = (await app.Receive(letter, posted.AddDays(1))).Succeeded();
        var late = (await app.Receive(early, posted.AddDays(8))).Succeeded();

        Assert.That((early["receivedOn"], early["announcedOn"], early["remedyEndsOn"]),
            Is.EqualTo((LetterSteps.Written(posted.AddDays(1)), thought, letter["remedyEndsOn"])));
        Assert.That((late["announcedOn"], late["remedyEndsOn"]), Is.EqualTo((LetterSteps.Written(posted.AddDays(8)),
            LetterSteps.Written(WorkingDays.OnOrAfter(posted.AddDays(8).AddMonths(1))))));
        (await app.Receive(letter, posted.AddDays(9))).Refused(412, "stale-version");
    }

    [Test]
    public async Task Nothing_is_received_before_it_was_dispatched() =>
        (await app.Receive(await Letter(), app.Today())).Refused(409, "receipt-before-dispatch");

    [TestCase("", TestName = "The_first_read_of_its_office_announces_a_letter_in_the_portal")]
    [TestCase("/document", TestName = "The_first_read_of_its_document_announces_a_letter_in_the_portal")]
    public async Task The_first_read_announces(string part)
    {
        var letter = (await app.Dispatch(await Letter(), "portal")).Succeeded();
        Assert.That((letter["status"], letter["announcedOn"]), Is.EqualTo(("dispatched", "")));
        var (office, path) = (app.Applicant(Office), $"/letters/{letter["id"]}" + part);
        await app.Pass(1);
        (await app.As("caseworker-1").Get(path)).Succeeded();
        await app.LettersOf($"/applications/{letter["applicationId"]}", office);
        using (var head = await office.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path)))
            Assert.That((int)head.StatusCode, Is.EqualTo(200));
        Assert.That((await app.Letter(letter["id"])).Text, Is.EqualTo(letter.Text), "nobody has read what it says");

        await app.Pass(1);
        var readOn = app.Today();
        (await office.Get(path)).Succeeded();
        await app.Pass(2);
        (await office.Get(path)).Succeeded();

        var read = await app.Letter(letter["id"]);
        Assert.That((read["readOn"], read["announcedOn"], read["remedyEndsOn"], read["status"], read["version"]), Is.EqualTo((
            LetterSteps.Written(readOn), LetterSteps.Written(readOn.AddDays(1)),
            LetterSteps.Written(WorkingDays.OnOrAfter(readOn.AddDays(1).AddMonths(1))), "announced", "3")));
        Assert.That(await Events(letter), Is.EqualTo(["letter.created", "letter.dispatched", "letter.read"]));
    }

    [Test]
    public async Task On_the_tenth_day_it_is_read_in_time_and_afterwards_provided_no_longer()
    {
        var (inTime, missed) = ((await app.Dispatch(await Letter(), "portal")).Succeeded(),
            (await app.Dispatch(await Letter(), "portal")).Succeeded());
        var office = app.Applicant(Office);
        await app.Pass(10);
        Assert.That((await office.Get($"/letters/{inTime["id"]}")).Succeeded()["readOn"], Is.EqualTo(LetterSteps.Written(app.Today())));
        await app.Pass(1);

        (await office.Get($"/letters/{missed["id"]}")).Refused(404, "not-found");
        (await office.Get($"/letters/{missed["id"]}/document")).Refused(404, "not-found");
        Assert.That(await app.LettersOf($"/applications/{missed["applicationId"]}", office), Is.Empty);
        var unread = await app.Letter(missed["id"]);
        Assert.That((unread["status"], unread["announcedOn"]), Is.EqualTo(("unread", "")));
        var again = (await app.Dispatch(unread, "portal")).Succeeded();
        Assert.That((await office.Get($"/letters/{again["id"]}")).Succeeded()["announcedOn"],
            Is.EqualTo(LetterSteps.Written(app.Today().AddDays(1))));
    }

    [Test]
    public async Task Many_first_reads_at_once_are_one()
    {
        var letter = (await app.Dispatch(await Letter(), "portal")).Succeeded();
        var office = app.Applicant(Office);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            office.Get($"/letters/{letter["id"]}" + (i % 2 == 0 ? "" : "/document"))));

        Assert.That(answers.Select(answer => (int)answer.Status), Is.All.EqualTo(200));
        Assert.That(answers.Where(answer => answer.MediaType is "application/json").Select(answer => answer["version"]),
            Has.Exactly(6).EqualTo("3"));
        Assert.That(await Events(letter), Is.EqualTo(["letter.created", "letter.dispatched", "letter.read"]));
    }

    [Test]
    public async Task Of_many_who_dispatch_it_at_once_one_does()
    {
        var letter = await Letter();
        string[] channels = ["post", "registered", "electronic", "portal", "served", "handed-over"];

        var answers = await Task.WhenAll(channels.Select(channel => app.Dispatch(letter, channel)));

        Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code), Is.All.EqualTo("stale-version"));
    }

    Task<List<string>> Events(Answer letter) => app.Db.Read(session => session.All<string>(
        "select Action from AuditEvent where ResourceId = @Id order by Seq", new { Id = Guid.Parse(letter["id"]) }),
        CancellationToken.None);

    /// <summary>The letter of an application that is not eligible, in a programme of its own.</summary>
    async Task<Answer> Letter()
    {
        var day = app.Today();
        var programme = await app.OpenProgramme(string.Create(CultureInfo.InvariantCulture, $"DISPATCH-{++programmes}"), Sample.Terms with
        {
            OpensOn = day,
            ClosesOn = day,
            FundingStartsOn = day.AddMonths(1),
            FundingEndsOn = day.AddMonths(13),
        });
        var submitted = await app.Submitted(programme, Office);
        (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", new
        {
            items = Sample.Terms.Checks.Select(check => new { check = check.Code, met = false }),
            reason = "Nicht vom Jugendamt eingereicht",
        }, submitted.ETag)).Succeeded();
        return await app.LetterOf(submitted.Path());
    }
}
