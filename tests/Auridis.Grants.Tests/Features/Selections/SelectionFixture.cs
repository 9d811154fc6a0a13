namespace Auridis.Grants.Tests.Features.Selections;

/// <summary>Rounds with a selection to edit, confirm and publish.</summary>
public abstract class SelectionFixture(DatabaseKind kind) : ApiTests(kind)
{
    /// <summary>The n-th application is ranked n-th.</summary>
    private protected static (int Need, int Network) Descending(int index) => (10 - index, 5);

    private protected static List<string> Members(Answer answer, string list, string member) =>
        [.. answer.Json.GetProperty(list).EnumerateArray().Select(item => item.GetProperty(member).ToString())];

    private protected static object Choices(params object[] decisions) => new { decisions };

    /// <summary>Sends a confirmed selection back, has it filled in again and publishes it.</summary>
    private protected async Task<Answer> WorkedOver(Round round, Answer confirmed)
    {
        var path = $"/selections/{confirmed["id"]}";
        var back = (await app.As("decider-2").Post(path + "/send-back", new { reason = "Neue Lage" }, confirmed.ETag)).Succeeded();
        var edited = (await app.As("decider-1").Post(path + "/decisions", new { }, back.ETag)).Succeeded();
        return (await round.Publish(await round.Confirm(edited))).Succeeded();
    }
}
