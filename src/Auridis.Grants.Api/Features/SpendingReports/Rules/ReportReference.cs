namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// The reference of a report: the award's reference and <c>V1</c> (Verwendungsnachweis) for the final one, of which an award has one, or
/// <c>ZN1</c> (Zwischennachweis) for the first interim one, and so on.
/// </summary>
static class ReportReference
{
    public static string Of(string awardReference) => $"{awardReference}-V1";

    /// <param name="number">From 1, in the order of their periods.</param>
    public static string OfInterim(string awardReference, int number) => FormattableString.Invariant($"{awardReference}-ZN{number}");
}
