namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Reads the ranking that a selection was made from.</summary>
/// <remarks>
/// As it was then, with the scores and the lot that it was made from: anyone who recomputes it comes to the same order. A person who is to
/// review an application, and has not submitted yet, does not see its scores; all applications keep their place and the amount that they
/// request.
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
        await Selection.RankingOf(session, Id) is { } ranking ? await BlindRanking.For(session, ranking, user) : Problems.NotFound;
}
