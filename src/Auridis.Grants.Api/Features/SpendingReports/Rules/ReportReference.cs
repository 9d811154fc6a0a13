namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// The reference of an award's spending report: the award's reference and <c>V1</c> (Verwendungsnachweis), since an award has one report.
/// </summary>
static class ReportReference
{
    public static string Of(string awardReference) => $"{awardReference}-V1";
}
