using Auridis.Grants.Api.Features.Programmes;
using FastEndpoints;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Ranks a programme's applications.</summary>
/// <remarks>
/// The eligible and waitlisted ones, by mean score, then tie-break criteria, then the lot: ascending SHA-256 of secret, public value
/// and AGS. Computed now; a selection keeps the ranking that it was made from. A person who is to review an application, and has not
/// submitted yet, does not see its scores. All applications keep their place and the amount that they request, also for a reviewer in
/// conflict: a selection is decided as a whole.
///
/// With Accept: text/csv it is a file, RFC 4180 in UTF-8 without byte order mark: commas, CRLF, a header, then the ranked applications, the
/// best first, then those that cannot be ranked. Its columns, in this order; new ones can come after them:
///
/// - <c>rank</c>: 1 is the best; empty where the application cannot be ranked.
/// - <c>reference</c>, <c>officeAgs</c>: the application and its office.
/// - <c>requested</c>, <c>currency</c>: two decimal places after a point, without thousands separators; <c>EUR</c>.
/// - <c>score</c>, <c>spread</c>: points, with two decimals and with one. <c>spreadFlagged</c>: <c>true</c> or <c>false</c>.
/// - <c>reviews</c>: how many the score is made from.
/// - <c>placedBy</c>: what tells the application from those before and behind it, the last thing that had to be looked at: <c>score</c>,
/// <c>tie-break</c>, <c>lot</c>; <c>tied</c> while the lot is not drawn; <c>quorum-not-met</c> where it cannot be ranked.
/// - <c>tieBreak</c>: the code of the criterion that broke the tie; empty otherwise.
/// - <c>draw</c>: what its office drew in the lot; empty when the lot is not drawn.
/// - <c>waitlistPlace</c>: its place on the waiting list; empty when it is not on it.
///
/// Scores that the reader does not see are empty, and so is <c>placedBy</c> beside them. A reference that begins with = + - @, tab,
/// carriage return or an apostrophe has an apostrophe in front, so that no spreadsheet runs it.
/// </remarks>
sealed class GetRanking(CurrentUser user) : Slice<EmptyRequest, FoundSheet<Ranking>>
{
    public override void Configure()
    {
        Get("/programmes/{id:guid}/ranking");
        Policies(Can.ReadSelections);
        Refuses(Problems.NotFound);
    }

    protected override async Task<FoundSheet<Ranking>> Answer(EmptyRequest request, CancellationToken cancel) =>
        await Db.Read(Find, cancel);

    async Task<Outcome<Sheet<Ranking>>> Find(Session session)
    {
        if (await Programme.Find(session, Id) is not { } programme)
            return Problems.NotFound;
        var ranking = Ranking.Of(await Candidate.AllOf(session, Id), programme.Terms, programme.Lot);
        return new Sheet<Ranking>(await BlindRanking.For(session, ranking, user), $"ranking-{programme.Code}.csv", RankingSheet.Write);
    }
}
