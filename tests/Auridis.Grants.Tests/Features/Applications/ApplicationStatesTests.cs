namespace Auridis.Grants.Tests.Features.Applications;

/// <summary>Every command in every state.</summary>
public sealed class ApplicationStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    /// <summary>
    /// What a command leads to: the next state, or a dot for <c>wrong-state</c>, or another problem. A draft is its office's alone.
    /// </summary>
    const string Table = """
                   edit     patch    submit    withdraw  recall formal-check return   mending-date reopen    reopen/confirm
        draft      draft    draft    submitted withdrawn .      404          404      404          404       404
        submitted  .        .        .         withdrawn draft  eligible     returned .            .         .
        returned   returned returned submitted withdrawn .      .            .        returned     .         .
        eligible   .        .        .         withdrawn .      .            .        .            .         .
        ineligible .        .        .         withdrawn .      .            .        .            ineligible reopening-not-proposed
        selected   .        .        .         withdrawn .      .            .        .            .         .
        waitlisted .        .        .         withdrawn .      .            .        .            .         .
        rejected   .        .        .         withdrawn .      .            .        .            rejected  reopening-not-proposed
        lapsed     .        .        .         .         .      .            .        .            .         .
        withdrawn  .        .        .         .         .      .            .        .            .         .
        """;

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
        var rows = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        List<string> differences = [];
        foreach (var row in rows.Skip(1))
        {
            // Those that are refused leave the application as it is, for the next one; what leaves the state comes last.
            var refused = await In(row[0]);
            foreach (var (command, expected) in rows[0].Zip(row.Skip(1)).OrderBy(pair => IsState(pair.Second))
                .ThenBy(pair => pair.Second != row[0]))
            {
                var application = IsState(expected) ? await In(row[0]) : refused;
                var answer = await Call(command, application);
                var outcome = answer.Code switch
                {
                    null => answer["status"],
                    "wrong-state" => ".",
                    "not-found" => "404",
                    var code => code,
                };
                if (outcome != expected)
                    differences.Add($"{row[0]} {command}: {outcome}, not {expected}");
                if (answer.Code is not null && (await Office(application).Get(application.Path())).Text != application.Text)
                    differences.Add($"{row[0]} {command} is refused and has changed the application");
            }
        }

        Assert.That(differences, Is.Empty);
    }

    /// <summary>Drafts begin; what is final is left by nobody.</summary>
    [Test]
    public void Every_state_is_reached_and_unless_final_left()
    {
        var rows = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Skip(1).ToList();
        var edges = rows.SelectMany(row => row.Skip(1).Where(IsState), (row, to) => (From: row[0], To: to)).ToList();
        // Made by a selection, an award, a second person, a check that fails.
        edges.AddRange([
            ("eligible", "selected"), ("eligible", "waitlisted"), ("eligible", "rejected"), ("waitlisted", "selected"),
            ("selected", "lapsed"), ("submitted", "ineligible"), ("returned", "ineligible"), ("ineligible", "eligible"),
            ("rejected", "eligible"),
        ]);

        Assert.That(
            rows.Select(row => row[0]).Where(state => state != "draft" && edges.All(edge => edge.To != state || edge.From == state)),
            Is.Empty);
        Assert.That(rows.Select(row => row[0]).Where(state => edges.All(edge => edge.From != state || edge.To == state)),
            Is.EquivalentTo(["lapsed", "withdrawn"]));
    }

    static bool IsState(string outcome) => outcome is not ("." or "404" or "reopening-not-proposed");

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
