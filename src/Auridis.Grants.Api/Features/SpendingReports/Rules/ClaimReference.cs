namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>The reference of the claim that follows from a report: the award's number and R1, since an award has one report.</summary>
static class ClaimReference
{
    public static string Of(string awardNumber) => $"{awardNumber}-R1";
}
