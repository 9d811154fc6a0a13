using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Exports;

/// <summary>Acknowledges an export run: the bookkeeping has taken it in.</summary>
sealed class AcknowledgeExportRun : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/export-runs/{id:guid}/acknowledge", Handle)
        .RequireAuthorization(Policies.CanRunExports)
        .NeedsIfMatch()
        .Describe("acknowledgeExportRun", "Acknowledges an export run", "The bookkeeping has taken the file in; from here on the run cannot be voided.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<ExportRun>> Handle(Guid id, Change change, CurrentUser user) => change.Apply<ExportRun>(async tx =>
    {
        if (await tx.Execute(Acknowledge, new { id, change.Version, user.Actor }) == 0)
            return await WhyRefused(tx, id, change.Version);
        var run = (await ExportRun.Find(tx, id))!;
        Audit.Append(tx, "export-run.acknowledged", id, run.Version, new { run.Number });
        return run;
    });

    static async Task<Problem> WhyRefused(Tx tx, Guid id, int version) =>
        await ExportRun.Find(tx, id) is { } run ? Problems.StaleOrWrongState(run.Version, version, run.Status, ExportStatus.Completed) : Problems.NotFound;

    const string Acknowledge = """
        update ExportRun set Status = 'acknowledged', AcknowledgedBy = @Actor, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'completed'
        """;
}
