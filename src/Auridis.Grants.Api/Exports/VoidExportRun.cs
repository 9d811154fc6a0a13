using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Exports;

/// <summary>Voids an export run: its entries are free for the next one.</summary>
sealed class VoidExportRun : IEndpoint
{
    /// <param name="Reason">Why, up to 2,000 characters.</param>
    public sealed record Request(string Reason);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Reason).Prose(2000);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/export-runs/{id:guid}/void", Handle)
        .RequireAuthorization(Policies.CanVoidExports)
        .NeedsIfMatch()
        .Describe("voidExportRun", "Voids an export run", "By a person, with a reason, before the bookkeeping has acknowledged it. Its entries go into the next run; its file stays for the record.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, ExportProblems.Acknowledged, Problems.WrongState);

    static Task<Changed<ExportRun>> Handle(Guid id, Request request, Change change, CurrentUser user) => change.Apply<ExportRun>(async tx =>
    {
        // Whoever makes a run meanwhile waits here, and then finds the entries claimed or free, never something between.
        await tx.Execute("update ExportHead set Number = Number");
        if (await tx.Execute(Void, new { id, change.Version, user.Actor, request.Reason }) == 0)
            return await WhyRefused(tx, id, change.Version);
        await tx.Execute("delete from ExportClaim where ExportRunId = @id", new { id });
        var run = (await ExportRun.Find(tx, id))!;
        Audit.Append(tx, "export-run.voided", id, run.Version, new { run.Number, run.EntryCount });
        return run;
    });

    static async Task<Problem> WhyRefused(Tx tx, Guid id, int version) => await ExportRun.Find(tx, id) switch
    {
        null => Problems.NotFound,
        { Status: ExportStatus.Acknowledged } run when run.Version == version => ExportProblems.Acknowledged,
        var run => Problems.StaleOrWrongState(run.Version, version, run.Status, ExportStatus.Completed),
    };

    const string Void = """
        update ExportRun set Status = 'voided', VoidedBy = @Actor, VoidReason = @Reason, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'completed'
        """;
}
