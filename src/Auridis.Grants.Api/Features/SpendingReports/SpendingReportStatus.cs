namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// <c>due → draft → submitted → in-examination → accepted | partly-accepted</c>, <c>submitted | in-examination → returned → submitted</c>;
/// <c>accepted | partly-accepted → in-examination</c>, after a remedy.
/// </summary>
static class SpendingReportStatus
{
    /// <summary>Expected; nothing has been entered yet.</summary>
    public const string Due = "due";

    public const string Draft = "draft";

    /// <summary>Submitted by the office, and frozen.</summary>
    public const string Submitted = "submitted";

    public const string InExamination = "in-examination";

    /// <summary>Given back to the office, which mends it and submits it again.</summary>
    public const string Returned = "returned";

    /// <summary>Everything that was reported is recognised.</summary>
    public const string Accepted = "accepted";

    /// <summary>Something was not recognised: disallowed by the examiner, or an overrun that nothing covers.</summary>
    public const string PartlyAccepted = "partly-accepted";

    /// <summary>Its award has ended without it: nobody expects it any more.</summary>
    public const string Dropped = "dropped";

    /// <summary>The states in which its office writes the report.</summary>
    public static readonly string[] Written = [Due, Draft, Returned];
}
