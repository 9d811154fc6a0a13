using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.SpendingReports;

/// <summary>Starts the examination of a report that was handed in, or takes it over.</summary>
sealed class ExamineSpendingReport : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/spending-reports/{id:guid}/examine", Handle)
        .RequireAuthorization(Policies.CanExamineSpendingReports)
        .NeedsIfMatch()
        .Describe("examineSpendingReport", "Starts the examination of a report",
            "Whoever starts it is the examiner and records the findings. When the examiner drops out, another person takes the examination over by the same step; "
            + "the findings stay as they are until the new examiner records others. Nobody examines a report that they handed in.")
        .Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<SpendingReport>> Handle(Guid id, Change change, CurrentUser user) => change.Apply<SpendingReport>(async tx =>
    {
        var started = await tx.Execute(Start, new { id, change.Version, user.Actor }) == 1;
        if (!started && await tx.Execute(TakeOver, new { id, change.Version, user.Actor }) == 0)
            return await SpendingReport.WhyRefused(tx, id, user, change.Version, HandedIn(user), SpendingReportStatus.Submitted);
        Audit.Append(tx, started ? "spending-report.examination-started" : "spending-report.examination-taken-over", id, change.Version + 1,
            new { Status = SpendingReportStatus.InExamination });
        return await SpendingReport.Get(tx, id);
    });

    static Func<SpendingReport.Row, Problem?> HandedIn(CurrentUser user) => report =>
        user.Is(report.SubmittedBy) ? Problems.FourEyes.With(("earlier", ActedAs.Submitter)) : null;

    const string Start = """
        update SpendingReport set Version = Version + 1, Status = 'in-examination', ExaminedBy = @Actor
        where Id = @id and Version = @Version and Status = 'submitted' and SubmittedBy <> @Actor
        """;

    const string TakeOver = """
        update SpendingReport set Version = Version + 1, ExaminedBy = @Actor
        where Id = @id and Version = @Version and Status = 'in-examination' and ExaminedBy <> @Actor and SubmittedBy <> @Actor
        """;
}
