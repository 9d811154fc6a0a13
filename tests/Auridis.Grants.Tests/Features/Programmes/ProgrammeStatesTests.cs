using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Features.Programmes;

/// <summary>Every command in every state of a programme.</summary>
public sealed class ProgrammeStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    // To end is what the clock does, to decide is to publish a selection, to run is to accept an award.
    static readonly StateTable Table = new("""
                  edit  open  end       extend except              cancel    delete lot                 decide              run
        draft     draft open  draft     .      .                   .         gone   .                   .                   not-found
        open      .     .     closed    open   open                cancelled .      .                   .                   not-found
        closed    .     .     closed    .      closed              cancelled .      closed              decided             not-found
        decided   .     .     decided   .      .                   .         .      decided             decided             running
        running   .     .     running   .      .                   .         .      running             running             .
        completed .     .     completed .      .                   .         .      .                   .                   .
        cancelled .     .     cancelled .      programme-cancelled .         .      programme-cancelled programme-cancelled not-found
        """);

    // To settle is to complete it after the award has ended.
    static readonly StateTable Ends = new("""
                  complete              settle
        draft     .                     .
        open      .                     .
        closed    .                     .
        decided   programme-not-settled completed
        running   programme-not-settled completed
        completed .                     .
        cancelled .                     .
        """);

    static readonly object Reason = new { reason = "The funder has withdrawn." };

    readonly Dictionary<string, Play> kept = new(StringComparer.Ordinal);

    int programmes;

    [Test]
    [CancelAfter(300_000)]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere()
    {
        List<string> differences = [];
        foreach (var (state, command, expected) in Table.Pairs.Concat(Ends.Pairs))
        {
            var play = kept.Remove(state, out var unchanged) ? unchanged : await In(state);
            var before = (await Now(play)).Succeeded();

            var answer = await Do(command, play, before);

            var after = await Now(play);
            var outcome = answer.Code is "wrong-state" ? "." : answer.Code ?? (after.Code is "not-found" ? "gone" : after["status"]);
            if (outcome != expected)
                differences.Add($"{command} in {state}: {outcome}, not {expected}: {answer.Text}");
            if (answer.Code is not null && after.Text != before.Text)
                differences.Add($"{command} in {state} was refused and changed something");
            // The clock moves on: a window does not stay open for the next command.
            if (answer.Code is not null && state is not ("draft" or "open"))
                kept[state] = play;
        }
        Assert.That(differences, Is.Empty);
    }

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached.Intersect(Ends.NeverReached, StringComparer.Ordinal), Is.Empty);
        Assert.That(Table.NeverLeft.Intersect(Ends.NeverLeft, StringComparer.Ordinal), Is.EqualTo(["completed", "cancelled"]));
    });

    /// <summary>A new programme that was brought into a state; from the end of its window on with two applications.</summary>
    async Task<Play> In(string state)
    {
        var code = $"STATE-{++programmes}";
        if (state is "draft" or "open")
        {
            var terms = Sample.Terms with
            {
                OpensOn = Today,
                ClosesOn = Today,
                FundingStartsOn = Today.AddMonths(1),
                FundingEndsOn = Today.AddMonths(25),
            };
            var made = (await app.As("caseworker-1").Post("/programmes", new { code, terms })).Succeeded();
            var draft = new Play(made.Location!, null);
            if (state is "open")
                (await Do("open", draft, made)).Succeeded();
            return draft;
        }
        var round = await Round.Play(app, code, 2, scores: i => (8 - i, 7), drawLot: false);
        var play = new Play(round.Programme, round);
        string[] steps = state switch
        {
            "closed" => [],
            "cancelled" => ["cancel"],
            "decided" => ["decide"],
            "completed" => ["decide", "settle"],
            _ => ["decide", "run"],
        };
        foreach (var step in steps)
            (await Do(step, play, await Now(play))).Succeeded();
        return play;
    }

    async Task<Answer> Do(string command, Play play, Answer programme)
    {
        var (path, tag) = (play.Programme, programme.ETag);
        var (caseworker, decider) = (app.As("caseworker-1"), app.As("decider-1"));
        return command switch
        {
            "edit" => await caseworker.Put(path, new { terms = programme.Json.GetProperty("terms") }, tag),
            "open" => await caseworker.Post(path + "/open", ifMatch: tag),
            "end" => await End(path),
            "extend" => await caseworker.Post(
                path + "/extensions", new { closesOn = Today.AddDays(1), reason = "The portal could not be reached." }),
            "except" => await caseworker.Post(
                path + "/late-exceptions", new { officeAgs = "05512000", until = Today, reason = "The portal was away." }, tag),
            "cancel" => await decider.Post(path + "/cancel", Reason, tag),
            "delete" => await caseworker.Delete(path, tag),
            "lot" => await decider.Post(path + "/lot", new { secret = Round.LotSecret, publicValue = Round.LotValue }, tag),
            "decide" => await Decide(play),
            "complete" => await caseworker.Post(path + "/complete", ifMatch: tag),
            "settle" => await Settle(play),
            _ => await Run(play),
        };
    }

    /// <summary>The last day of the window passes.</summary>
    async Task<Answer> End(string programme)
    {
        await app.SetClock(Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return await app.As("caseworker-1").Get(programme);
    }

    /// <summary>Two people decide on the next application; the answer is the last one, or the first refusal.</summary>
    async Task<Answer> Decide(Play play)
    {
        if (play.Round is not { } round)
            return await app.As("decider-1").Post(play.Programme + "/selections", new { });
        var decisions = new[] { Round.Select(round.Applications[play.Decided]) };
        var draft = await app.As("decider-1").Post(play.Programme + "/selections", new { decisions });
        if (draft.Code is not null)
            return draft;
        play.Decided++;
        return await round.Publish(await round.Confirm(draft));
    }

    /// <summary>The office of the first application accepts its award.</summary>
    async Task<Answer> Run(Play play)
    {
        if (play is not { Round: { } round, Decided: > 0 })
            return await app.Applicant("05512000").Post($"/awards/{Guid.Empty}/accept", new { waiveRemedies = true }, "\"1\"");
        var award = await round.AwardOf(round.Applications[0]);
        return await app.Applicant(round.Applications[0].Office)
            .Post($"/awards/{award["id"]}/accept", new { waiveRemedies = true }, award.ETag);
    }

    /// <summary>The first award is declined, or its rest is renounced; then nothing is open any more.</summary>
    async Task<Answer> Settle(Play play)
    {
        if (play is { Round: { } round, Decided: > 0 })
        {
            var award = await round.AwardOf(round.Applications[0]);
            var (path, office) = ($"/awards/{award["id"]}", app.Applicant(award["officeAgs"]));
            if (award["status"] is "offered")
                (await office.Post(path + "/decline", Reason, award.ETag, Payments.Key)).Succeeded();
            if (award["status"] is "active")
            {
                award = (await office.Post(path + "/renounce-rest", ifMatch: award.ETag, key: Payments.Key)).Succeeded();
                (await app.As("caseworker-1").Post(path + "/complete", ifMatch: award.ETag, key: Payments.Key)).Succeeded();
            }
        }
        return await app.As("caseworker-1").Post(play.Programme + "/complete", ifMatch: (await Now(play)).ETag);
    }

    Task<Answer> Now(Play play) => app.As("caseworker-1").Get(play.Programme);

    DateOnly Today => app.Services.GetRequiredService<BusinessClock>().Today;

    /// <summary>A programme, with its round from the end of the window on, and how many of its applications are decided on.</summary>
    sealed record Play(string Programme, Round? Round)
    {
        public int Decided { get; set; }
    }
}
