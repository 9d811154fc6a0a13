using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Selections;

/// <summary>Where reviews lie far apart, what was discussed is noted before a selection is proposed.</summary>
public sealed class DiscussedSpreadTests(DatabaseKind kind) : SelectionFixture(kind)
{
    [Test]
    public async Task Each_flagged_application_needs_the_note_of_its_discussion()
    {
        var (round, apart) = await Apart("APART", DiscussionOfSpread.NoteRequired);
        var draft = await round.Draft();

        var refused = (await Propose(draft)).Refused(409, "discussion-missing");
        Assert.That(refused.Json.GetProperty("references").EnumerateArray().Select(reference => reference.GetString()),
            Is.EqualTo(apart.Select(application => application.Reference)), "all of them, in the order of the ranking");

        await Note(apart[0], "discussion");
        await Note(apart[1], "note");
        var struck = await Note(apart[1], "discussion");
        (await app.As("caseworker-1").Post(struck.Location + "/strike", new { reason = "Irrtum" }, struck.ETag)).Succeeded();
        refused = (await Propose(draft)).Refused(409, "discussion-missing");
        Assert.That(refused.Json.GetProperty("references").EnumerateArray().Select(reference => reference.GetString()),
            Is.EqualTo([apart[1].Reference]), "another kind does not count, nor what was struck");
        Assert.That((await app.As("auditor-1").Get($"/selections/{draft["id"]}")).Succeeded()["status"], Is.EqualTo("draft"));

        await Note(apart[1], "discussion");
        (await Propose(draft)).Succeeded();
    }

    [Test]
    public async Task Who_is_not_decided_on_needs_none()
    {
        var (round, _) = await Apart("APART-OTHERS", DiscussionOfSpread.NoteRequired);

        (await Propose(await round.Draft(round.Applications[2]))).Succeeded();
    }

    [Test]
    public async Task Where_a_flag_is_enough_no_note_is_needed()
    {
        var (round, _) = await Apart("APART-FLAGGED", DiscussionOfSpread.Flag);

        (await Propose(await round.Draft())).Succeeded();
    }

    /// <summary>A round of three; the reviews of two lie forty points apart.</summary>
    async Task<(Round Round, List<RoundApplication> Apart)> Apart(string code, string discussion)
    {
        var round = await Round.Play(app, code, 3, terms => terms with { Discussion = discussion, ReviewQuorum = 2 },
            index => index == 2 ? (5, 5) : (9 - index, 9 - index));
        foreach (var application in round.Applications.Take(2))
            await app.Reviewed($"/applications/{application.Id}", "reviewer-3", 5, 4);
        return (round, [.. round.Applications.Take(2)]);
    }

    async Task<Answer> Note(RoundApplication application, string kind) => (await app.As("caseworker-1").Post(
        "/notes", new { resource = $"/applications/{application.Id}", kind, text = "Besprochen" })).Succeeded();

    Task<Answer> Propose(Answer draft) => app.As("decider-1").Post($"/selections/{draft["id"]}/propose", ifMatch: draft.ETag);
}
