using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Ranks a programme's applications.</summary>
/// <remarks>
/// The eligible and waitlisted ones, by mean score, then tie-break criteria, then the lot: ascending SHA-256 of secret, public value
/// and AGS. Computed now; a selection keeps the ranking that it was made from. A person who is to review an application, and has not
/// submitted yet, does not see its scores. All applications keep their place and the amount that they request, also for a reviewer in
/// conflict: a selection is decided as a whole.
/// </remarks>
sealed class GetRanking(CurrentUser user) : Read<Ranking>
{
    public override void Configure()
    {
        Get("/programmes/{id:guid}/ranking");
        Policies(Can.ReadSelections);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Ranking>> Handle(Session session)
    {
        if (await Programme.Find(session, Id) is not { } programme)
            return Problems.NotFound;
        var ranking = Ranking.Of(await Candidate.AllOf(session, Id), programme.Terms, programme.Lot);
        return await BlindRanking.For(session, ranking, user);
    }
}
