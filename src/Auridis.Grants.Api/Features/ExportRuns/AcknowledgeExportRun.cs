namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>Acknowledges an export run.</summary>
/// <remarks>The bookkeeping has imported the file; from here on the run cannot be voided.</remarks>
sealed class AcknowledgeExportRun(CurrentUser user) : Change<ExportRun>
{
    public override void Configure()
    {
        Post("/export-runs/{id:guid}/acknowledge");
        Policies(Can.RunExports);
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<ExportRun>> Handle(Tx tx)
    {
        if (await tx.Execute(Acknowledge, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
            return await ExportRun.WhyRefused(tx, Id, SeenVersion, ExportStatus.Completed);
        var run = (await ExportRun.Find(tx, Id))!;
        Audit.Append(tx, AuditAction.ExportRunAcknowledged, Id, run.Version, new { run.Number });
        return run;
    }

    const string Acknowledge = """
        update ExportRun set Status = 'acknowledged', AcknowledgedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'completed'
        """;
}
