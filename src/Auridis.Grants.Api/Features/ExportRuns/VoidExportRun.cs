namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>Voids an export run.</summary>
/// <remarks>
/// By a person, with a reason, before the bookkeeping has acknowledged it. Its entries go into the next run; its file stays for the
/// record.
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
        // Whoever makes a run meanwhile waits here, and then finds the entries claimed or free, never something between.
        await tx.Execute("update ExportHead set Number = Number");
        if (await tx.Execute(Void, new { Id, SeenVersion, user.Actor, request.Reason }) == 0)
            return await WhyRefused(tx);
        await tx.Execute("delete from ExportClaim where ExportRunId = @Id", new { Id });
        var run = (await ExportRun.Find(tx, Id))!;
        Audit.Append(tx, "export-run.voided", Id, run.Version, new { run.Number, run.EntryCount });
        return run;
    }

    async Task<Problem> WhyRefused(Tx tx) => await ExportRun.Find(tx, Id) switch
    {
        null => Problems.NotFound,
        { Status: ExportStatus.Acknowledged } run when run.Version == SeenVersion => ExportProblems.Acknowledged,
        var run => Problems.StaleOrWrongState(run.Version, SeenVersion, run.Status, ExportStatus.Completed),
    };

    const string Void = """
        update ExportRun set Status = 'voided', VoidedBy = @Actor, VoidReason = @Reason, Version = Version + 1
        where Id = @Id and Version = @SeenVersion and Status = 'completed'
        """;
}
