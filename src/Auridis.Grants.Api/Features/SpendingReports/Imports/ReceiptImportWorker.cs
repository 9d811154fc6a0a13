using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// Checks files of receipts, one after the other, in this process. Whoever checks a file holds a lease on it, which each chunk of rows
/// extends: when the process ends in the middle, the lease runs out, and any instance begins that check anew.
/// </summary>
sealed partial class ReceiptImportWorker(Db db, BusinessClock clock, TimeProvider time, ILogger<ReceiptImportWorker> log)
    : BackgroundService
{
    /// <summary>How many rows one transaction keeps: others write between two of them.</summary>
    public const int Chunk = 1_000;

    /// <summary>Much longer than a chunk takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>How soon a lease that has run out is noticed.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim woken = new(0);

    /// <summary>There is something to check.</summary>
    public void Wake() => woken.Release();

    public override void Dispose()
    {
        woken.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start that fails is reported by whoever started; nothing is left to do here.
        await db.Ready.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // That nothing can be written is told once, by the watch of the storage.
                while (db.Storage.Outage is null && await CheckNext(stoppingToken))
                {
                    // The next one.
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // What failed is taken up again when its lease has run out.
                Failed(log, error);
            }
            Task pause = woken.WaitAsync(Pause, stoppingToken);
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Checks the file that has waited longest.</summary>
    /// <returns>False when none waits that nobody else checks.</returns>
    public async Task<bool> CheckNext(CancellationToken cancel)
    {
        var waiting = await db.Read(
            session => session.Top<Guid>(SelectWaiting, new { Now = time.GetUtcNow().ToMilliseconds(), Take = 1 }), cancel);
        if (waiting is not [var id])
            return false;
        var token = Guid.CreateVersion7(time.GetUtcNow());
        if (await Claim(id, token, cancel))
            await Check(id, token, cancel);
        return true;
    }

    /// <returns>False when somebody else was faster.</returns>
    async Task<bool> Claim(Guid id, Guid token, CancellationToken cancel) => (await db.Write<bool>(Author.System(time), async tx =>
    {
        if (await tx.Execute(TakeLease, new { Id = id, Token = token, LeaseEndsAt = tx.Author.At + Lease, Now = tx.Author.At }) == 0)
            return false;
        // What an earlier check has left: this one begins anew.
        await ReceiptImport.RemoveRows(tx, id);
        await ReceiptImport.RemoveFaults(tx, id);
        return true;
    }, cancel)).Value;

    async Task Check(Guid id, Guid token, CancellationToken cancel)
    {
        if (await db.Read(session => Open(session, id), cancel) is not var (file, check))
            return;
        var faults = new CsvFaults();
        var table = new CsvTable(file.Open, ReceiptColumns.All, faults, keepsBreaks: true);
        var kept = new Kept();
        kept.Add(ReceiptCheck.OfForm(faults.Any ? faults.TakeOut() : []));
        var hasHeader = kept.Faults.Count == 0;
        foreach (var (line, row) in hasHeader ? table.Lines() : [])
        {
            if (row is null)
                kept.Add([.. ReceiptCheck.OfForm(faults.TakeOut()), .. check.Malformed(line)]);
            else
                kept.Add(check.Of(row, out var receipt), receipt);
            if (check.IsFull)
                break;
            if (check.Read % Chunk == 0)
            {
                if (!await Keep(id, token, check, kept, isLast: false, cancel))
                    return;
                kept = new Kept { HasFaults = kept.HasFaults };
            }
        }
        kept.Add(ReceiptCheck.OfForm(faults.TakeOut()));
        kept.Add(check.AtTheEnd());
        await Keep(id, token, check, kept, isLast: true, cancel);
    }

    /// <returns>Null when the import was discarded since.</returns>
    async Task<(PackedFile File, ReceiptCheck Check)?> Open(Session session, Guid id)
    {
        if (await session.OneOrNull<PackedFile>(SelectFile, new { Id = id }) is not { } file)
            return null;
        file.Parts = await session.All<byte[]>(SelectParts, new { Id = id });
        var report = (await SpendingReport.Find(session, file.SpendingReportId))!;
        var award = (await Award.Find(session, report.AwardId))!;
        var existing = await session.All<ReceiptCheck.Existing>(SelectExisting, new { report.AwardId });
        return (file, new ReceiptCheck(report, award, existing, clock.Today));
    }

    /// <summary>Keeps a chunk, and after the last one what the check has come to.</summary>
    /// <returns>False when the lease has run out, and somebody else has it, or the import was discarded.</returns>
    async Task<bool> Keep(Guid id, Guid token, ReceiptCheck check, Kept kept, bool isLast, CancellationToken cancel) =>
        (await db.Write<bool>(Author.System(time), async tx =>
        {
            var progress = new
            {
                Id = id,
                Token = token,
                LeaseEndsAt = tx.Author.At + Lease,
                RowsRead = check.Read,
                RowsGood = check.Good,
                RowsBad = check.Read - check.Good,
                check.Sum,
            };
            if (await tx.Execute(TellProgress, progress) == 0)
                return false;
            await tx.InsertAll(IntoRows, kept.Receipts.Select(receipt => ValuesOf(tx, id, receipt)));
            await tx.InsertAll(IntoFaults, kept.Faults.Select(fault => (object?[])
                [id, fault.Line, fault.Column, fault.ColumnName, fault.Code, fault.MessageEn, fault.MessageDe]));
            if (isLast)
                await Finish(tx, id, kept.HasFaults ? ReceiptImportStatus.Faulty : ReceiptImportStatus.Ready);
            return true;
        }, cancel)).Value;

    async Task Finish(Tx tx, Guid id, string status)
    {
        await tx.Execute(FinishRow, new { Id = id, Status = status, clock.Today, tx.Author.At });
        await ReceiptImport.RemoveParts(tx, id);
        var import = (await ReceiptImport.Find(tx, id))!;
        Audit.Append(tx, AuditAction.ReceiptImportChecked, id, import.Version,
            new { import.SpendingReportId, import.Status, import.RowsGood, import.RowsBad, import.Sum });
    }

    static object?[] ValuesOf(Tx tx, Guid id, NewReceipt receipt) =>
    [
        id, tx.NewId(), receipt.Number, receipt.PaidOn, receipt.Payee, TextKey.Of(receipt.Payee), receipt.Purpose, receipt.Category,
        receipt.Amount, receipt.Reference, receipt.ProcurementNote,
    ];

    const string SelectWaiting = """
        select Id from ReceiptImport
        where Status = 'checking' and (LeaseEndsAt is null or LeaseEndsAt < @Now)
        order by Seq
        """;

    const string TakeLease = """
        update ReceiptImport
        set LeaseToken = @Token, LeaseEndsAt = @LeaseEndsAt, RowsRead = 0, RowsGood = 0, RowsBad = 0, SumCents = 0
        where Id = @Id and Status = 'checking' and (LeaseEndsAt is null or LeaseEndsAt < @Now)
        """;

    const string SelectFile = "select SpendingReportId, PackedSize, Encoding from ReceiptImport where Id = @Id and Status = 'checking'";

    const string SelectParts = "select Content from ReceiptImportPart where ReceiptImportId = @Id order by Number";

    const string SelectExisting = "select SpendingReportId, Number, AmountCents, Reference from Receipt where AwardId = @AwardId";

    const string TellProgress = """
        update ReceiptImport
        set LeaseEndsAt = @LeaseEndsAt, RowsRead = @RowsRead, RowsGood = @RowsGood, RowsBad = @RowsBad, SumCents = @Sum
        where Id = @Id and LeaseToken = @Token and Status = 'checking'
        """;

    const string FinishRow = """
        update ReceiptImport
        set Status = @Status, CheckedOn = @Today, LeaseToken = null, LeaseEndsAt = null, Version = Version + 1, UpdatedAt = @At
        where Id = @Id
        """;

    const string IntoRows = """
        ReceiptImportRow
            (ReceiptImportId, ReceiptId, Number, PaidOn, Payee, PayeeKey, Purpose, Category, AmountCents, Reference, ProcurementNote)
        """;

    const string IntoFaults = """
        ReceiptImportFault (ReceiptImportId, Line, ColumnNumber, ColumnName, Code, MessageEn, MessageDe)
        """;

    [LoggerMessage(Level = LogLevel.Error, Message = "A file of receipts could not be checked")]
    static partial void Failed(ILogger log, Exception error);

    /// <summary>A file as it was kept.</summary>
    sealed record PackedFile
    {
        public required Guid SpendingReportId { get; init; }
        public required int PackedSize { get; init; }
        public required string Encoding { get; init; }
        public IReadOnlyList<byte[]> Parts { get; set; } = [];

        public StreamReader Open() => new(LargeCsv.Open(Parts, PackedSize), TextEncoding.Of(Encoding), false, 64 * 1024);
    }

    /// <summary>What a chunk has come to.</summary>
    sealed class Kept
    {
        public List<NewReceipt> Receipts { get; } = [];

        public List<ReceiptImportFault> Faults { get; } = [];

        /// <summary>Of this chunk or of an earlier one.</summary>
        public bool HasFaults { get; set; }

        public void Add(IEnumerable<ReceiptImportFault> faults)
        {
            Faults.AddRange(faults);
            HasFaults |= Faults.Count > 0;
        }

        public void Add(IReadOnlyList<ReceiptImportFault> faults, NewReceipt receipt)
        {
            Add(faults);
            if (faults.Count == 0)
                Receipts.Add(receipt);
        }
    }
}
