using System.Text.Json;
using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Recomputes a selection from what is stored.</summary>
/// <remarks>
/// The ranking is made anew from the reviews and the lot that the selection keeps, and the decisions anew from that ranking and from what
/// was chosen. Of a published selection, the reviews that it keeps are also held against those of its applications, which are frozen,
/// unless an application was reopened since.
/// </remarks>
sealed class VerifySelection : Read<SelectionVerification>
{
    public override void Configure()
    {
        Get("/selections/{id:guid}/verification");
        Policies(Can.ReadSelections);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<SelectionVerification>> Handle(Session session)
    {
        if (await Selection.Find(session, Id) is not { } selection)
            return Problems.NotFound;
        var stored = (await Selection.RankingOf(session, Id))!;
        var recomputed = Ranking.Of(
            await Candidates(session, selection, stored), stored.Quorum, stored.SpreadLimit, stored.TieBreaks, stored.Lot);
        var difference = FirstDifference("/ranking", stored, recomputed)
            ?? FirstDifference("/decisions", selection.Decisions, AllowedDecisions.InOrder(selection.Choices(), recomputed));
        return new SelectionVerification(difference is null, difference);
    }

    static async Task<IEnumerable<Candidate>> Candidates(Session session, Selection selection, Ranking stored)
    {
        if (selection.Status != SelectionStatus.Published)
            return stored.Candidates();
        var now = await Candidate.ReviewsOf(session, selection.Id);
        return stored.Candidates().Select(candidate =>
            now.TryGetValue(candidate.Id, out var reviews) ? candidate with { Reviews = reviews } : candidate);
    }

    static MemberChange? FirstDifference<T>(string place, T stored, T recomputed)
    {
        return JsonDifference.Of(Json(stored), Json(recomputed)) is [var first, ..] ? first with { Pointer = place + first.Pointer } : null;

        static JsonElement Json(T value) => StoredJson.Read<JsonElement>(StoredJson.Of(value));
    }
}

/// <summary>Whether a selection is what is computed from what is stored.</summary>
/// <param name="Same">Whether ranking and decisions are the same.</param>
/// <param name="FirstChange">
/// Where they differ first: a JSON pointer that begins with <c>/ranking</c> or <c>/decisions</c>, what is stored (<c>from</c>) and what is
/// computed (<c>to</c>). Null when they are the same.
/// </param>
sealed record SelectionVerification(bool Same, MemberChange? FirstChange);
