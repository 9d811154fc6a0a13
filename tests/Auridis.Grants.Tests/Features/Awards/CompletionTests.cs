namespace Auridis.Grants.Tests.Features.Awards;

/// <summary>The end of an award whose account is settled.</summary>
public sealed class CompletionTests(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task SetClock() => (await app.As("admin-1").Put("/clock", new { now = "2021-03-01T08:00:00Z" })).Succeeded();

    [Test]
    public async Task All_that_is_missing_is_named_until_nothing_is()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 80_000_00, paidCents: 60_000_00);
        var requested = await app.Requested(award, "10000.00");
        Assert.That(await Missing(award), Is.EqualTo(["final-report", "open-payment", "rest"]));

        await app.Settle(requested);
        Assert.That(await Missing(award), Is.EqualTo(["final-report", "rest"]));
        var claim = await app.Accepted(award, 50_000);
        Assert.That(await Missing(award), Is.EqualTo(["open-claim"]));
        (await app.Repay(claim!, 15_000)).Succeeded();
        Assert.That(await Missing(award), Is.EqualTo(["open-claim"]), "partly paid");
        (await app.Repay(claim!, 5_000)).Succeeded();
        var completed = (await Complete(award)).Succeeded();

        Assert.That((completed["status"], completed["committed.amount"], completed["completedOn"]),
            Is.EqualTo(("completed", "50000.00", "2021-03-01")));
        Assert.That(await award.Committed(app), Is.EqualTo(50_000_00));
        await award.Funds(app);
    }

    [Test]
    public async Task What_the_office_renounces_is_free_in_the_programme_when_it_is_completed()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 80_000_00, paidCents: 30_000_00);
        await app.Accepted(award, 70_000);
        Assert.That(await Missing(award), Is.EqualTo(["rest"]));
        Assert.That(await Tasks("applicant-" + award.Ags, "rest-to-request"), Is.EqualTo([$"/awards/{award.Id}"]));

        var renounced = (await Renounce(award)).Succeeded();
        Assert.That((renounced["renounced.amount"], renounced["committed.amount"]), Is.EqualTo(("50000.00", "70000.00")));
        Assert.That(await Tasks("applicant-" + award.Ags, "rest-to-request"), Is.Empty);
        (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("0.01"), key: Payments.Key))
            .Refused(409, "award-exceeded");
        (await Renounce(award)).Refused(409, "no-rest");
        Assert.That(await Tasks("caseworker-1", "award-to-complete"), Does.Contain($"/awards/{award.Id}"));
        (await Complete(award)).Succeeded();

        Assert.That(await Tasks("caseworker-1", "award-to-complete"), Does.Not.Contain($"/awards/{award.Id}"));
        Assert.That(await award.Committed(app), Is.EqualTo(30_000_00));
        Assert.That(await app.Balance(award.Id, "9000"), Is.EqualTo(-50_000_00), "the seed has posted no promise");
        await award.Funds(app);
    }

    [Test]
    public async Task What_is_never_drawn_is_completed_once_it_is_renounced()
    {
        var award = await SeededAward.Insert(app.Db);
        Assert.That(await Missing(award), Is.EqualTo(["rest"]));
        (await app.As("applicant-05999000").Post($"/awards/{award.Id}/renounce-rest", ifMatch: "\"1\"", key: Payments.Key))
            .Refused(404, "not-found");

        Assert.That(await Tasks("caseworker-1", "award-to-complete"), Does.Not.Contain($"/awards/{award.Id}"));
        (await Renounce(award)).Succeeded();
        Assert.That(await Tasks("caseworker-1", "award-to-complete"), Does.Contain($"/awards/{award.Id}"));
        var completed = (await Complete(award)).Succeeded();

        Assert.That((completed["committed.amount"], completed["renounced.amount"]), Is.EqualTo(("0.00", "100000.00")));
        (await Complete(award)).Refused(409, "wrong-state");
        (await Renounce(award)).Refused(409, "no-rest");
    }

    /// <summary>The office gives up what it has not drawn, and not what its bank sends back.</summary>
    [Test]
    public async Task What_comes_back_after_the_rest_was_renounced_is_drawn_again()
    {
        var award = await SeededAward.Insert(app.Db);
        var settled = await app.Settled(award, "40000.00");
        (await Renounce(award)).Succeeded();
        var recorded = (await app.Step("treasury-1", settled, "return", Payments.Returned("2021-03-01"))).Succeeded();
        (await app.Step("treasury-2", recorded, "confirm-return")).Succeeded();

        (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("40000.01"), key: Payments.Key))
            .Refused(409, "award-exceeded");
        (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("40000.00"), key: Payments.Key)).Succeeded();
    }

    [Test]
    public async Task Of_two_completions_and_a_request_at_once_one_counts()
    {
        for (var i = 0; i < 5; i++)
        {
            var award = await SeededAward.Insert(app.Db);
            await app.Settled(award, "40000.00");
            await app.Accepted(award, 60_000);
            var tag = (await Renounce(award)).Succeeded().ETag;

            var answers = await Task.WhenAll(
                Task.Run(() => app.As("caseworker-1").Post($"/awards/{award.Id}/complete", ifMatch: tag, key: Payments.Key)),
                Task.Run(() => app.As("caseworker-2").Post($"/awards/{award.Id}/complete", ifMatch: tag, key: Payments.Key)),
                Task.Run(() => app.As(award.Applicant).Post(
                    $"/awards/{award.Id}/disbursements", award.Request("20000.00"), key: Payments.Key)));

            Assert.That(answers[..2].Select(answer => answer.Code), Is.EquivalentTo(new[] { null, "stale-version" }));
            Assert.That(answers[2].Code, Is.AnyOf("award-not-active", "award-exceeded"));
            Assert.That(await award.Committed(app), Is.EqualTo(40_000_00));
            await award.Funds(app);
        }
    }

    [Test]
    public async Task Who_acts_for_its_office_or_has_declared_a_conflict_completes_no_award()
    {
        var award = await SeededAward.Insert(app.Db);
        var tag = (await Renounce(award)).Succeeded().ETag;
        var conflicted = app.Person("conflicted", [Role.Caseworker]);
        await conflicted.Declares($"/programmes/{award.ProgrammeId}", award.Ags);

        foreach (var person in new[] { app.Person("colleague", [Role.Caseworker], award.Ags), conflicted })
        {
            (await person.Post($"/awards/{award.Id}/complete", ifMatch: tag, key: Payments.Key)).Refused(403, "decider-conflicted");
            Assert.That(await Tasks(person, "award-to-complete"), Does.Not.Contain($"/awards/{award.Id}"));
        }
        (await Complete(award)).Succeeded();
    }

    async Task<List<string>> Missing(SeededAward award) =>
    [
        .. (await Complete(award)).Refused(409, "award-not-settled").Json.GetProperty("missing").EnumerateArray()
            .Select(missing => missing.GetString()!),
    ];

    async Task<Answer> Complete(SeededAward award) =>
        await app.As("caseworker-1").Post($"/awards/{award.Id}/complete", ifMatch: await Tag(award), key: Payments.Key);

    async Task<Answer> Renounce(SeededAward award) =>
        await app.As(award.Applicant).Post($"/awards/{award.Id}/renounce-rest", ifMatch: await Tag(award), key: Payments.Key);

    async Task<string?> Tag(SeededAward award) => (await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded().ETag;

    Task<List<string>> Tasks(string person, string kind) => Tasks(app.As(person), kind);

    static async Task<List<string>> Tasks(GrantsClient person, string kind) =>
    [
        .. (await person.Get("/tasks?limit=200&kind=" + kind)).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Select(task => task.GetProperty("resource").GetString()!),
    ];
}
