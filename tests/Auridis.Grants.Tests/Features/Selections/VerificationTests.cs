using System.Text.Json;

namespace Auridis.Grants.Tests.Features.Selections;

/// <summary>A selection is recomputed from what is stored.</summary>
public sealed class VerificationTests(DatabaseKind kind) : SelectionFixture(kind)
{
    async Task<JsonElement> Verify(Answer selection) =>
        (await app.As("auditor-1").Get($"/selections/{selection["id"]}/verification")).Succeeded().Json;

    static (bool Same, string? Place) Result(JsonElement verification) => (
        verification.GetProperty("same").GetBoolean(),
        verification.GetProperty("firstChange") is { ValueKind: JsonValueKind.Object } difference
            ? difference.GetProperty("pointer").GetString()
            : null);

    async Task Alter(string sql, object values)
    {
        var altered = await app.Db.Write<int>(
            Author.System(TimeProvider.System), async tx => await tx.Execute(sql, values), CancellationToken.None);
        Assert.That(altered.Value, Is.Positive);
    }

    [Test]
    public async Task A_selection_is_recomputed_to_itself_in_every_state()
    {
        var round = await Round.Play(app, "VERIFY", 4, terms => terms with { SiteLimit = 2 }, Descending);

        var draft = await round.Draft();
        Assert.That(Result(await Verify(draft)), Is.EqualTo((true, (string?)null)));
        var published = (await round.Publish(await round.Confirm(draft))).Succeeded();
        Assert.That(Result(await Verify(published)), Is.EqualTo((true, (string?)null)));
        (await app.As("auditor-1").Get($"/selections/{Guid.Empty}/verification")).Refused(404, "not-found");
    }

    [Test]
    public async Task A_review_that_was_altered_after_the_publication_is_found()
    {
        var round = await Round.Play(app, "VERIFY-REVIEW", 2, scores: Descending);
        var published = (await round.Publish(await round.Confirm(await round.Draft()))).Succeeded();

        await Alter("update Review set TotalTenths = 1000 where ApplicationId = @Id", new { round.Applications[1].Id });

        var (same, place) = Result(await Verify(published));
        Assert.That((same, place), Is.EqualTo((false, "/ranking/ranked/0/id")), "it would be the first");
    }

    [Test]
    public async Task A_rank_that_was_altered_is_found()
    {
        var round = await Round.Play(app, "VERIFY-RANK", 2, scores: Descending);
        var draft = await round.Draft();
        var (first, second) = (round.Applications[0].Reference, round.Applications[1].Reference);

        await Alter("update Selection set Ranking = replace(Ranking, @First, @Second) where Id = @Id",
            new { First = first, Second = second, Id = Guid.Parse(draft["id"]) });

        Assert.That(Result(await Verify(draft)).Same, Is.False);
    }

    [Test]
    public async Task A_decision_that_was_altered_is_found()
    {
        var round = await Round.Play(app, "VERIFY-DECISION", 3, terms => terms with { SiteLimit = 1 }, Descending);
        var draft = await round.Draft();

        await Alter("update SelectionDecision set WaitlistRank = 7 where SelectionId = @Id and WaitlistRank = 1",
            new { Id = Guid.Parse(draft["id"]) });

        var verification = await Verify(draft);
        Assert.That(Result(verification), Is.EqualTo((false, "/decisions/1/waitlistRank")));
        Assert.That((verification.GetProperty("firstChange").GetProperty("from").GetInt32(),
            verification.GetProperty("firstChange").GetProperty("to").GetInt32()), Is.EqualTo((7, 1)));
    }
}
