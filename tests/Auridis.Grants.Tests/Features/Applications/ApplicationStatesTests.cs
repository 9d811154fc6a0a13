namespace Auridis.Grants.Tests.Features.Applications;

/// <summary>Every command in every state.</summary>
public sealed class ApplicationStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    /// <summary>
    /// A draft is its office's alone. The second part is of its files, of which a return names the title alone, and of its reviews.
    /// </summary>
    static readonly StateTable Table = new("""
                   edit     patch    submit    withdraw  recall formal-check return    mending-date reopen     reopen/confirm
        draft      draft    draft    submitted withdrawn .      not-found    not-found not-found    not-found  not-found
        submitted  .        .        .         withdrawn draft  eligible     returned  .            .          .
        returned   returned returned submitted withdrawn .      .            .         returned     .          .
        eligible   .        .        .         withdrawn .      .            .         .            .          .
        ineligible .        .        .         withdrawn .      .            .         .            ineligible reopening-not-proposed
        selected   .        .        .         withdrawn .      .            .         .            .          .
        waitlisted .        .        .         withdrawn .      .            .         .            .          .
        rejected   .        .        .         withdrawn .      .            .         .            rejected   reopening-not-proposed
        lapsed     .        .        .         .         .      .            .         .            .          .
        withdrawn  .        .        .         .         .      .            .         .            .          .
        """, """
                   attach        assign
        draft      draft         not-found
        submitted  .             application-not-eligible
        returned   beyond-points application-not-eligible
        eligible   .             eligible
        ineligible .             application-not-eligible
        selected   .             application-not-eligible
        waitlisted .             application-not-eligible
        rejected   .             application-not-eligible
        lapsed     .             application-not-eligible
        withdrawn  .             application-not-eligible
        """);

    const string Bottrop = "05512000";

    static int codes;

    Round round = null!;

    [OneTimeSetUp]
    public async Task Decide()
    {
        round = await Round.Play(app, "STATES", 4);
        var (selected, lapsed, waitlisted, rejected) =
            (round.Applications[0], round.Applications[1], round.Applications[2], round.Applications[3]);
        var selection = (await app.As("decider-1").Post(round.Programme + "/selections", new
        {
            decisions = new[]
            {
                Round.Select(selected), Round.Select(lapsed), new { applicationId = waitlisted.Id, decision = "waitlist" },
                new { applicationId = rejected.Id, decision = "reject", reason = "Zu klein" },
            },
        })).Succeeded();
        (await round.Publish(await round.Confirm(selection))).Succeeded();
        var award = await round.AwardOf(lapsed);
        (await app.Applicant(lapsed.Office).Post(
            $"/awards/{award["id"]}/decline", new { reason = "Kein Eigenanteil" }, award.ETag, Payments.Key)).Succeeded();
        await app.ItIs("2018-09-26");
    }

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere()
    {
        List<string> differences = [];
        foreach (var pairs in Table.Pairs.GroupBy(pair => pair.State, StringComparer.Ordinal))
        {
            // Those that are refused leave the application as it is, for the next one; what leaves the state comes last.
            var refused = await In(pairs.Key);
            foreach (var (state, command, expected) in pairs.OrderBy(pair => Table.IsState(pair.Outcome))
                .ThenBy(pair => pair.Outcome != pair.State))
            {
                var application = Table.IsState(expected) ? await In(state) : refused;
                var answer = await Call(command, application);
                var after = (await Office(application).Get(application.Path())).Succeeded();
                var outcome = answer.Code is null ? after["status"] : answer.Code is "wrong-state" ? "." : answer.Code;
                if (outcome != expected)
                    differences.Add($"{state} {command}: {outcome}, not {expected}");
                if (answer.Code is not null && after.Text != application.Text)
                    differences.Add($"{state} {command} is refused and has changed the application");
            }
        }

        Assert.That(differences, Is.Empty);
    }

    /// <summary>Drafts begin; what is final is left by nobody.</summary>
    [Test]
    public void Every_state_is_reached_and_unless_final_left()
    {
        var edges = Table.Pairs.Where(pair => Table.IsState(pair.Outcome)).Select(pair => (From: pair.State, To: pair.Outcome)).ToList();
        // Made by a selection, an award, a second person, a check that fails.
        edges.AddRange([
            ("eligible", "selected"), ("eligible", "waitlisted"), ("eligible", "rejected"), ("waitlisted", "selected"),
            ("selected", "lapsed"), ("submitted", "ineligible"), ("returned", "ineligible"), ("ineligible", "eligible"),
            ("rejected", "eligible"),
        ]);

        Assert.That(
            Table.States.Where(state => state != "draft" && edges.All(edge => edge.To != state || edge.From == state)), Is.Empty);
        Assert.That(Table.States.Where(state => edges.All(edge => edge.From != state || edge.To == state)),
            Is.EquivalentTo(["lapsed", "withdrawn"]));
    }

    async Task<Answer> In(string state)
    {
        var decided = state switch
        {
            "selected" => 0,
            "lapsed" => 1,
            "waitlisted" => 2,
            "rejected" => 3,
            _ => -1,
        };
        if (decided >= 0)
            return await Seen(round.Applications[decided].Office, $"/applications/{round.Applications[decided].Id}");
        var programme = await app.OpenProgramme($"STATE-{Interlocked.Increment(ref codes)}");
        if (state is "draft")
            return await app.Draft(programme, Bottrop);
        if (state is "eligible")
            return await Seen(Bottrop, (await app.Eligible(programme, Bottrop)).Path());
        var submitted = await app.Submitted(programme, Bottrop);
        if (state is "submitted")
            return submitted;
        (await Call(state switch
        {
            "returned" => "return",
            "withdrawn" => "withdraw",
            _ => "fail",
        }, submitted)).Succeeded();
        return await Seen(Bottrop, submitted.Path());
    }

    Task<Answer> Call(string command, Answer application)
    {
        var (path, tag, caseworker) = (application.Path(), application.ETag, app.As("caseworker-1"));
        return command switch
        {
            "edit" => Office(application).Put(path, Sample.Application, tag),
            "patch" => Office(application).Patch(path, Sample.Application, tag),
            "submit" or "recall" => Office(application).Post($"{path}/{command}", ifMatch: tag),
            "withdraw" => Office(application).Post(path + "/withdraw", new { reason = "x" }, tag),
            "formal-check" => caseworker.Post(path + "/formal-check", Sample.Passed, tag),
            "fail" => caseworker.Post(path + "/formal-check", Failed, tag),
            "return" => caseworker.Post(path + "/return", new { points = new[] { new { pointer = "/title", text = "x" } } }, tag),
            "attach" => Office(application).Upload(path + "/attachments", SampleFile.PdfOf(500), SampleFile.Pdf, "a.pdf"),
            "assign" => caseworker.Post(path + "/reviews", new { subject = "reviewer-1" }),
            "mending-date" => caseworker.Post(path + "/mending-date", new { mendBy = "2018-12-31", reason = "x" }, tag),
            "reopen" => caseworker.Post(path + "/reopen",
                new { remedy = new { kind = "objection", reference = "1", filedOn = "2018-09-26" }, reason = "x" }, tag),
            _ => app.As("decider-1").Post($"{path}/{command}", ifMatch: tag),
        };
    }

    static object Failed => Sample.Passed with
    {
        Items = [.. Sample.Passed.Items.Select((item, index) => item with { Met = index > 0 })],
        Reason = "x",
    };

    GrantsClient Office(Answer application) => app.Applicant(application["officeAgs"]);

    async Task<Answer> Seen(string office, string path) => (await app.Applicant(office).Get(path)).Succeeded();
}
