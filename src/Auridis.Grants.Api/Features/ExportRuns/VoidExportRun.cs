namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>Voids an export run.</summary>
/// <remarks>
/// By a person, with a reason, before the bookkeeping has acknowledged it. Its entries go into the next run; its file stays for the record.
/// </remarks>
sealed class VoidExportRun(CurrentUser user) : Change<Reasoned, ExportRun>
{
    public override void Configure()
    {
        Post("/export-runs/{id:guid}/void");
        Policies(Can.VoidExports);
        Refuses(Problems.NotFound, Problems.StaleVersion, ExportProblems.Acknowledged, Problems.WrongState);
    }

    protected override async Task<Outcome<ExportRun>> Handle(Tx tx, Reasoned request)
    {
        await RunNumber.Lock(tx);
        if (await tx.Execute(Void, new { Id, SeenVersion, user.Actor, request.Reason, tx.Author.At }) == 0)
        {
            return await ExportRun.Find(tx, Id) is { Status: ExportStatus.Acknowledged } acknowledged && acknowledged.Version == SeenVersion
                ? ExportProblems.Acknowledged
                : await ExportRun.WhyRefused(tx, Id, SeenVersion, ExportStatus.Completed);
        }
        await EntriesOnce.Free(tx, Id);
        var run = (await ExportRun.Find(tx, Id))!;
        Audit.Append(tx, AuditAction.ExportRunVoided, Id, run.Version, new { run.Number, run.EntryCount });
        return run;
    }

    const string Void = """
        update ExportRun set Status = 'voided', VoidedBy = @Actor, VoidReason = @Reason, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'completed'
        """;
}
