using System.Security.Cryptography;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Exports;

/// <summary>Claims what is new in the journal and writes it to a file.</summary>
sealed class CreateExportRun : IEndpoint
{
    /// <param name="Format">The format of the file.</param>
    /// <param name="PostedFrom">Only entries posted from this day on; all when not given.</param>
    /// <param name="PostedTo">Only entries posted up to this day; all when not given.</param>
    public sealed record Request([property: OneOf(typeof(ExportFormat))] string Format, DateOnly? PostedFrom = null, DateOnly? PostedTo = null);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Format).OneOf(typeof(ExportFormat));
            RuleFor(request => request.PostedTo).GreaterThanOrEqualTo(request => request.PostedFrom).When(request => request.PostedFrom is not null);
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/export-runs", Handle)
        .RequireAuthorization(Policies.CanRunExports)
        .MovesMoney()
        .Describe("createExportRun", "Exports what is new in the journal",
            "Claims every entry that no run of the format has claimed yet, whole entries only, memo entries never, and writes the file. "
            + "A lost answer is asked for again with the same Idempotency-Key. When nothing is new the run is empty, which is no error. "
            + "csv: RFC 4180 in UTF-8 without byte order mark, one line for each posting, its column row unique over all exports. "
            + "A text that begins with = + - @, tab, carriage return or an apostrophe has an apostrophe in front, so that no spreadsheet runs it.")
        .Refuses();

    static Task<Created<ExportRun>> Handle(Request request, Change change, CurrentUser user, TimeProvider clock) =>
        change.Create<ExportRun>(run => $"/export-runs/{run.Id}", async tx =>
        {
            // One run at a time, from here to the commit: the numbers have no gap, and nobody else claims what this one claims.
            await tx.Execute("update ExportHead set Number = Number + 1");
            var number = await tx.Get<int>("select Number from ExportHead");
            // Commit order is number order: what is committed up to this entry stays the same for all statements below.
            var upTo = await tx.Get<long>("select coalesce(max(Seq), 0) from JournalEntry");
            var filter = new { request.Format, request.PostedFrom, request.PostedTo, upTo };
            var lines = await tx.List<ExportLine>(SelectLines, filter);
            var file = CsvFile.Write(lines);
            var audit = await tx.Get<AuditHead>("select Seq, Hash from AuditHead");
            var run = new ExportRun(
                Guid.CreateVersion7(clock.GetUtcNow()), 1, number, request.Format, ExportStatus.Completed, request.PostedFrom, request.PostedTo,
                lines.Select(line => line.EntrySeq).Distinct().Count(), lines.Count, new Money(lines.Sum(line => line.AmountCents)),
                FormattableString.Invariant($"auridis-grants-export-{number:000000}.csv"), Convert.ToHexStringLower(SHA256.HashData(file)),
                audit.Seq, audit.Hash, tx.Origin.At, null);
            await Insert(tx, run, user.Actor, file);
            await tx.Execute(Claim, new { run.Id, filter.Format, filter.PostedFrom, filter.PostedTo, filter.upTo });
            Audit.Anchor(tx);
            Audit.Append(tx, "export-run.created", run.Id, run.Version, new { run.Number, run.Format, run.EntryCount, run.PostingCount, run.Sum, run.Sha256 });
            return run;
        });

    static async Task Insert(Tx tx, ExportRun run, string createdBy, byte[] file)
    {
        await tx.Execute(InsertRun, new
        {
            run.Id,
            run.Number,
            run.Format,
            run.PostedFrom,
            run.PostedTo,
            run.EntryCount,
            run.PostingCount,
            SumCents = run.Sum.Cents,
            run.FileName,
            run.Sha256,
            run.AuditSeq,
            run.AuditHash,
            CreatedBy = createdBy,
            run.CreatedAt,
        });
        await tx.Execute("insert into ExportFile (ExportRunId, Content) values (@Id, @file)", new { run.Id, file });
    }

    const string Unclaimed = """
         e.Seq <= @upTo
          and (@PostedFrom is null or e.PostedOn >= @PostedFrom)
          and (@PostedTo is null or e.PostedOn <= @PostedTo)
          and not exists (select 1 from ExportClaim c where c.Format = @Format and c.EntrySeq = e.Seq)
          and exists (select 1 from Posting m join Account a on a.Number = m.DebitAccount where m.EntrySeq = e.Seq and a.Kind <> 'memo')
        """;

    const string SelectLines = """
        select e.Seq as EntrySeq, e.FiscalYear, e.Number, p.Line, e.Event, e.AwardId, e.DocumentReference as Document, e.Text, e.DocumentOn,
            e.PostedOn, p.DebitAccount, p.CreditAccount, p.AmountCents
        from JournalEntry e join Posting p on p.EntrySeq = e.Seq
        where
        """ + Unclaimed + """

        order by e.Seq, p.Line
        """;

    const string Claim = "insert into ExportClaim (Format, EntrySeq, ExportRunId) select @Format, e.Seq, @Id from JournalEntry e where" + Unclaimed;

    const string InsertRun = """
        insert into ExportRun (Id, Version, Number, Format, Status, PostedFrom, PostedTo, EntryCount, PostingCount, SumCents, FileName, Sha256,
            AuditSeq, AuditHash, CreatedBy, CreatedAt)
        values (@Id, 1, @Number, @Format, 'completed', @PostedFrom, @PostedTo, @EntryCount, @PostingCount, @SumCents, @FileName, @Sha256,
            @AuditSeq, @AuditHash, @CreatedBy, @CreatedAt)
        """;

    sealed class AuditHead
    {
        public required long Seq { get; init; }
        public required string Hash { get; init; }
    }
}
