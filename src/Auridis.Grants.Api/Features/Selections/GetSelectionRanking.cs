using System.Text.Json;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Reads the ranking that a selection was made from.</summary>
/// <remarks>
/// As it was then, with the scores and the lot that it was made from: whoever recomputes it comes to the same order. Whoever is to
/// review an application, and has not submitted yet, does not see its scores; all keep their place and what they ask for.
/// </remarks>
sealed class GetSelectionRanking(CurrentUser user) : Read<Ranking>
{
    public override void Configure()
    {
        Get("/selections/{id:guid}/ranking");
        Policies(Can.ReadSelections);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Ranking>> Handle(Session session) =>
        await Find(session, Id) is { } stored ? stored.Without(await GetRanking.BlindFor(session, user)) : Problems.NotFound;

    /// <summary>The ranking that a selection was made from; null when there is no such selection.</summary>
    public static async Task<Ranking?> Find(Session session, Guid id) =>
        await session.OneOrNull<string>(Select, new { Id = id }) is { } ranking ? StoredJson.Read<Ranking>(ranking) : null;

    const string Select = "select Ranking from Selection where Id = @Id";
}
