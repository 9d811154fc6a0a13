namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What came of an upload. The report's version is the ETag.</summary>
/// <param name="Report">The report as it is now: its version is the one to submit.</param>
/// <param name="Attachment">The file that was added.</param>
sealed record ReportAttachmentAdded(SpendingReport Report, ReportAttachment Attachment) : IVersioned
{
    int IVersioned.Version => Report.Version;
}
