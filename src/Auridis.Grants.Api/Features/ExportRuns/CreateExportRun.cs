using System.Diagnostics;
using System.Security.Cryptography;
using Auridis.Grants.Api.Features.Programmes;
using FluentValidation;

namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>Exports what is new in the journal.</summary>
/// <remarks>
/// Claims the entries that no run of the format has claimed yet, whole entries only and never memo entries, and writes the file. A run
/// takes at most 10,000 entries, the oldest first (entrySeq); when its entryCount is 10,000, create the next run for the rest. When nothing
/// is new, the run is empty; that is not an error. If the answer is lost, send the request again with the same Idempotency-Key. What the
/// file holds is told at getExportFile.
/// </remarks>
sealed class CreateExportRun(CurrentUser user) : Creation<CreateExportRun.Request, ExportRun>
{
    /// <param name="Format">The format of the file.</param>
    /// <param name="ProgrammeId">Only entries of this programme; of all when not given.</param>
    /// <param name="PostedFrom">Only entries posted from this day on; all when not given.</param>
    /// <param name="PostedTo">Only entries posted up to this day; all when not given.</param>
    public sealed record Request(
        [property: OneOf(typeof(ExportFormat))] string Format,
        Guid? ProgrammeId = null,
        DateOnly? PostedFrom = null,
        DateOnly? PostedTo = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Format).OneOf(typeof(ExportFormat));
            RuleFor(request => request.PostedTo)
                .GreaterThanOrEqualTo(request => request.PostedFrom)
                .When(request => request.PostedFrom is not null);
        }
    }

    public override void Configure()
    {
        Post("/export-runs");
        Policies(Can.RunExports);
        MovesMoney();
        Refuses(ProgrammeProblems.Unknown);
    }

    protected override string LocationOf(ExportRun run) => $"/export-runs/{run.Id}";

    protected override async Task<Outcome<ExportRun>> Handle(Tx tx, Request request)
    {
        if (request.ProgrammeId is { } programmeId && await Programme.Find(tx, programmeId) is null)
            return ProgrammeProblems.Unknown;
        var number = await RunNumber.Take(tx);
        var id = tx.NewId();
        var audit = await tx.One<AuditHead>("select Seq, Hash from AuditHead");
        await tx.Execute(InsertRun, new
        {
            Id = id,
            Number = number,
            request.Format,
            request.ProgrammeId,
            request.PostedFrom,
            request.PostedTo,
            FileName = RunNumber.FileName(number),
            AuditSeq = audit.Seq,
            AuditHash = audit.Hash,
            CreatedBy = user.Actor,
            tx.Author.At,
        });
        // The file is read from the claims, and never a second time from the journal: other statements may see another moment.
        var claimed = await EntriesOnce.Claim(tx, id, request);
        var lines = await tx.All<ExportLine>(SelectLines, new { Id = id });
        var entries = lines.Select(line => line.EntrySeq).Distinct().Count();
        if (entries != claimed)
            throw new UnreachableException($"Run {number} claims {claimed} entries and its file has {entries}.");
        var file = CsvFile.Write(lines);
        await tx.Execute(SetFigures, new
        {
            Id = id,
            EntryCount = entries,
            PostingCount = lines.Count,
            Sum = new Money(lines.Sum(line => line.Amount.Cents)),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
        });
        await tx.Execute("insert into ExportFile (ExportRunId, Content) values (@Id, @Content)", new { Id = id, Content = file });
        var run = (await ExportRun.Find(tx, id))!;
        Audit.Anchor(tx);
        Audit.Append(tx, AuditAction.ExportRunCreated, id, run.Version,
            new { run.Number, run.Format, run.ProgrammeId, run.EntryCount, run.PostingCount, run.Sum, run.Sha256 });
        return run;
    }

    const string InsertRun = """
        insert into ExportRun (Id, Version, Number, Format, Status, ProgrammeId, PostedFrom, PostedTo, EntryCount, PostingCount, SumCents,
            FileName, Sha256, AuditSeq, AuditHash, CreatedBy, CreatedAt, UpdatedAt)
        values (@Id, 1, @Number, @Format, 'completed', @ProgrammeId, @PostedFrom, @PostedTo, 0, 0, 0, @FileName, '',
            @AuditSeq, @AuditHash, @CreatedBy, @At, @At)
        """;

    const string SelectLines = """
        select e.Seq as EntrySeq, e.FiscalYear, e.Number, p.Line, e.Event, e.AwardId, e.DocumentReference as Document, e.Text, e.DocumentOn,
            e.PostedOn, p.DebitAccount, p.CreditAccount, p.AmountCents
        from ExportClaim c join JournalEntry e on e.Seq = c.EntrySeq join Posting p on p.EntrySeq = e.Seq
        where c.ExportRunId = @Id
        order by e.Seq, p.Line
        """;

    const string SetFigures = """
        update ExportRun set EntryCount = @EntryCount, PostingCount = @PostingCount, SumCents = @Sum, Sha256 = @Sha256 where Id = @Id
        """;

    sealed record AuditHead
    {
        public required long Seq { get; init; }
        public required string Hash { get; init; }
    }
}
