using FastEndpoints;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Reads the ranking that a selection was made from.</summary>
/// <remarks>
/// As it was then, with the scores and the lot that it was made from: anyone who recomputes it comes to the same order. A person who is to
/// review an application, and has not submitted yet, does not see its scores; all applications keep their place and the amount that they
/// request. With Accept: text/csv it is a file, with the columns of <c>getRanking</c>.
/// </remarks>
sealed class GetSelectionRanking(CurrentUser user) : Slice<EmptyRequest, FoundSheet<Ranking>>
{
    public override void Configure()
    {
        Get("/selections/{id:guid}/ranking");
        Policies(Can.ReadSelections);
        Refuses(Problems.NotFound);
    }

    protected override async Task<FoundSheet<Ranking>> Answer(EmptyRequest request, CancellationToken cancel) =>
        await Db.Read(Find, cancel);

    async Task<Outcome<Sheet<Ranking>>> Find(Session session)
    {
        if (await Selection.RankingOf(session, Id) is not { } ranking)
            return Problems.NotFound;
        var reference = await session.One<string>(Reference, new { Id });
        return new Sheet<Ranking>(await BlindRanking.For(session, ranking, user), $"ranking-{reference}.csv", RankingSheet.Write);
    }

    const string Reference = "select Reference from Selection where Id = @Id";
}
