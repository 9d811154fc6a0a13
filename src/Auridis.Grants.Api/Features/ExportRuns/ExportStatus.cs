namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary><c>completed → acknowledged | voided</c>.</summary>
static class ExportStatus
{
    /// <summary>The file is written and can be downloaded.</summary>
    public const string Completed = "completed";

    /// <summary>The bookkeeping has imported it: it can no longer be voided.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>Its entries are free for another run; the file stays for the record.</summary>
    public const string Voided = "voided";
}
