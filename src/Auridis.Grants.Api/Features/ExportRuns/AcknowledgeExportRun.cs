
namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>Acknowledges an export run.</summary>
/// <remarks>
/// The bookkeeping has taken the file in; from here on the run cannot be voided.
/// </remarks>
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
        if (await tx.Execute(Acknowledge, new { Id, SeenVersion, user.Actor }) == 0)
            return await WhyRefused(tx);
        var run = (await ExportRun.Find(tx, Id))!;
        Audit.Append(tx, "export-run.acknowledged", Id, run.Version, new { run.Number });
        return run;
    }

    async Task<Problem> WhyRefused(Tx tx) =>
        await ExportRun.Find(tx, Id) is { } run ? Problems.StaleOrWrongState(run.Version, SeenVersion, run.Status, ExportStatus.Completed) : Problems.NotFound;

    const string Acknowledge = """
        update ExportRun set Status = 'acknowledged', AcknowledgedBy = @Actor, Version = Version + 1
        where Id = @Id and Version = @SeenVersion and Status = 'completed'
        """;
}
