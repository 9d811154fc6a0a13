using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Awards;

/// <summary>Every command in every state of an award.</summary>
public sealed class AwardStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    /// <summary>Of a contract: only it is countersigned, and nothing of it is waived.</summary>
    static readonly StateTable Contracts = new("""
                   accept   accept-waiving decline  waive     activate           countersign renounce complete          terminate
        offered    accepted no-remedy      declined .         .                  .           .        .                 terminated
        accepted   .        .              .        no-remedy not-countersigned  active      .        .                 terminated
        active     .        .              .        .         .                  .           active   award-not-settled terminated
        renounced  .        .              .        .         .                  .           no-rest  completed         terminated
        completed  .        .              .        .         .                  .           no-rest  .                 .
        terminated .        .              .        .         .                  .           no-rest  .                 .
        declined   .        .              .        .         .                  .           .        .                 .
        expired    .        .              .        .         .                  .           .        .                 .
        """);

    static readonly StateTable Acts = new("""
                   accept   accept-waiving decline  waive  activate             countersign renounce complete          terminate
        offered    accepted active         declined .      .                    .           .        .                 terminated
        accepted   .        .              .        active letter-not-announced no-contract .        .                 terminated
        active     .        .              .        .      .                    .           active   award-not-settled terminated
        renounced  .        .              .        .      .                    .           no-rest  completed         terminated
        completed  .        .              .        .      .                    .           no-rest  .                 .
        terminated .        .              .        .      .                    .           no-rest  .                 .
        declined   .        .              .        .      .                    .           .        .                 .
        expired    .        .              .        .      .                    .           .        .                 .
        """);

    static int rounds;

    [TestCase(LegalForm.ActSocialCode)]
    [TestCase(LegalForm.PublicContract)]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere(string legalForm)
    {
        var table = legalForm == LegalForm.PublicContract ? Contracts : Acts;
        List<string> differences = [];
        foreach (var state in table.States)
        {
            Answer? refused = null;
            var pairs = table.Pairs.Where(pair => pair.State == state).OrderBy(pair => table.IsState(pair.Outcome));
            foreach (var (_, command, expected) in pairs)
            {
                // Those that are refused leave the award as it is, for the next one.
                var before = table.IsState(expected) ? await In(state, legalForm) : refused ??= await In(state, legalForm);

                var answer = await Do(command, before);

                var outcome = answer.Code is null ? answer["status"] : answer.Code is "wrong-state" ? "." : answer.Code;
                if (outcome != expected)
                    differences.Add($"{command} in {state}: {outcome}, not {expected}");
                if (answer.Code is not null && (await Seen(before)).Text != before.Text)
                    differences.Add($"{command} in {state} was refused and changed something");
            }
        }
        Assert.That(differences, Is.Empty);
    }

    /// <summary>
    /// What the system ends has no command. Renounced is an active award of which nothing can be drawn any more.
    /// </summary>
    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Acts.NeverReached.Concat(Contracts.NeverReached).Distinct(StringComparer.Ordinal),
            Is.EqualTo(["renounced", "expired"]));
        Assert.That(Acts.NeverLeft, Is.EqualTo(["completed", "terminated", "declined", "expired"]));
        Assert.That(Contracts.NeverLeft, Is.EqualTo(["completed", "terminated", "declined", "expired"]));
    });

    /// <summary>A new award that was brought into a state.</summary>
    async Task<Answer> In(string state, string legalForm)
    {
        await app.ItIs("2018-09-26");
        var round = await Round.Play(
            app, $"AWARD-STATES-{Interlocked.Increment(ref rounds)}", 1, terms => terms with { LegalForm = legalForm });
        var award = (await round.Offer(round.Applications[0]))[0];
        string[] steps = state switch
        {
            "offered" or "expired" => [],
            "declined" => ["decline"],
            "terminated" => ["terminate"],
            "accepted" => ["accept"],
            _ when legalForm == LegalForm.PublicContract => ["accept", "countersign", .. After(state)],
            _ => ["accept-waiving", .. After(state)],
        };
        foreach (var step in steps)
            award = (await Do(step, award)).Succeeded();
        if (state == "expired")
            await app.Pass(60);
        return await Seen(award);
    }

    /// <summary>The steps of an active award.</summary>
    static string[] After(string state) => state switch
    {
        "renounced" => ["renounce"],
        "completed" => ["renounce", "complete"],
        _ => [],
    };

    Task<Answer> Do(string command, Answer award)
    {
        var (path, office, tag) = ($"/awards/{award["id"]}", app.Applicant(award["officeAgs"]), award.ETag);
        return command switch
        {
            "accept" => office.Post(path + "/accept", new { waiveRemedies = false }, tag),
            "accept-waiving" => office.Post(path + "/accept", new { waiveRemedies = true }, tag),
            "decline" => office.Post(path + "/decline", new { reason = "Kein Eigenanteil" }, tag, Payments.Key),
            "waive" => office.Post(path + "/waive-remedies", ifMatch: tag),
            "activate" => app.As("caseworker-1").Post(path + "/activate", ifMatch: tag),
            "renounce" => office.Post(path + "/renounce-rest", ifMatch: tag, key: Payments.Key),
            "complete" => app.As("caseworker-1").Post(path + "/complete", ifMatch: tag, key: Payments.Key),
            "terminate" => Terminate(path),
            _ => app.As("decider-1").Post(path + "/countersign", ifMatch: tag),
        };
    }

    /// <summary>Two people end it; the answer is the award, or the first refusal.</summary>
    async Task<Answer> Terminate(string path)
    {
        var proposed = await app.As("caseworker-1").Post(path + "/terminations", new
        {
            legalBasis = "§ 47 SGB X",
            effectiveOn = app.Today(),
            knownSince = app.Today(),
            keeps = new { amount = "0.00", currency = "EUR" },
            reason = "Für anderes verwendet.",
        });
        if (proposed.Code is not null)
            return proposed;
        (await app.As("decider-1").Post($"/terminations/{proposed["id"]}/confirm", ifMatch: proposed.ETag, key: Payments.Key)).Succeeded();
        return await app.As("auditor-1").Get(path);
    }

    async Task<Answer> Seen(Answer award) => (await app.As("auditor-1").Get($"/awards/{award["id"]}")).Succeeded();
}
