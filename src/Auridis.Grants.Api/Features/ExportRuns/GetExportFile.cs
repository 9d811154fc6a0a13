using FastEndpoints;

namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>Downloads the file of an export run.</summary>
/// <remarks>
/// Every download has the same bytes: those that were written when the run claimed its entries. The file of a voided run stays available.
/// The ETag is the file's SHA-256; Content-Disposition names the file.
///
/// The format csv is RFC 4180 in UTF-8 without byte order mark: commas, CRLF, a header, then one line for each posting, by entry and
/// number. Its columns, in this order; new ones can come after them:
///
/// - <c>row</c>: the fiscal year of the entry, its number in it and the number of the posting, such as <c>J-2019-000003-1</c>. Unique over
/// all exports, so that the bookkeeping knows a duplicate by it; and no spreadsheet reads it as a date.
/// - <c>postedOn</c>, <c>documentOn</c>: the posting date and the document date, such as <c>2019-02-06</c>.
/// - <c>event</c>: the business event, a line of the posting matrix.
/// - <c>document</c>: the reference of the award, payment or claim.
/// - <c>debitAccount</c>, <c>creditAccount</c>: four digits each.
/// - <c>amount</c>, <c>currency</c>: two decimal places after a point, without thousands separators; <c>EUR</c>.
/// - <c>text</c>: what was posted, in words.
/// - <c>awardId</c>: the award; empty where there is none.
/// - <c>entrySeq</c>: the number of the entry over all years, ascending.
///
/// A document or text that begins with = + - @, tab, carriage return or an apostrophe has an apostrophe in front, so that no spreadsheet
/// runs it.
/// </remarks>
sealed class GetExportFile : Slice<EmptyRequest, FoundFile>
{
    public override void Configure()
    {
        Get("/export-runs/{id:guid}/file");
        Policies(Can.ReadExports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<FoundFile> Answer(EmptyRequest request, CancellationToken cancel) =>
        await Db.Read(session => session.OneOrNull<File>(Select, new { Id }), cancel) is { } file
            ? new FoundFile(TypedResults.Bytes(file.Content, CsvDocument.ContentType, file.FileName), file.Sha256)
            : Problems.NotFound;

    const string Select = """
        select r.FileName, r.Sha256, f.Content from ExportRun r join ExportFile f on f.ExportRunId = r.Id where r.Id = @Id
        """;

    sealed record File
    {
        public required string FileName { get; init; }
        public required string Sha256 { get; init; }
        public required byte[] Content { get; init; }
    }
}
