namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>The format of an exported file.</summary>
static class ExportFormat
{
    /// <summary>RFC 4180, UTF-8 without byte order mark, with a header.</summary>
    public const string Csv = "csv";
}
