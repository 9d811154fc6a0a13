using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// The lot orders the applications that have equal merits: the office with the lowest draw comes first. Until two people have entered and
/// confirmed the lot, such applications are tied, and no selection is made from them.
/// </summary>
static class LotOrder
{
    /// <summary>What an applicant's office draws; null when the lot is not drawn.</summary>
    public static string? Draw(ProgrammeLot? lot, Candidate candidate) =>
        lot is null ? null : Lot.Draw(lot.Secret, lot.PublicValue, candidate.OfficeAgs);

    /// <summary>
    /// Below zero when the first one comes first. Without a lot there is no order yet, and the list still needs one: by AGS.
    /// </summary>
    public static int Compare(Standing one, Standing other) => string.CompareOrdinal(one.Draw, other.Draw) is not 0 and var order
        ? order
        : string.CompareOrdinal(one.Candidate.OfficeAgs, other.Candidate.OfficeAgs);

    /// <summary>Whether one in the order has the merits of a neighbour, and the lot is not drawn.</summary>
    public static bool IsTied(List<Standing> inOrder, int index) =>
        inOrder[index].Draw is null
        && ((index > 0 && HaveEqualMerits(inOrder[index], inOrder[index - 1]))
            || (index < inOrder.Count - 1 && HaveEqualMerits(inOrder[index], inOrder[index + 1])));

    /// <summary>No decisions while applications are tied.</summary>
    public static Problem? WhyRefused(Ranking ranking) =>
        ranking.TiedCount > 0 ? SelectionProblems.LotNotDrawn.With(("tiedCount", ranking.TiedCount)) : null;

    static bool HaveEqualMerits(Standing one, Standing other) => Merits.Compare(one.Merits, other.Merits) == 0;
}
