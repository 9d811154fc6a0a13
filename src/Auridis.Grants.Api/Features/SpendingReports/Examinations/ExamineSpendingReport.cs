using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Starts the examination of a report.</summary>
/// <remarks>
/// Not by the person who submitted the report. The person who starts the examination is the examiner and records the findings. When the
/// examiner drops out, another person takes over by the same step; the findings stay, each until the new examiner replaces it or takes it
/// back.
/// </remarks>
sealed class ExamineSpendingReport(CurrentUser user) : Change<SpendingReport>
{
    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/examine");
        Policies(Can.ExamineSpendingReports);
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<SpendingReport>> Handle(Tx tx)
    {
        var started = await tx.Execute(Start, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 1;
        if (!started && await tx.Execute(TakeOver, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
            return await SpendingReport.WhyRefused(tx, Id, user, SeenVersion, WhyNotByCaller, SpendingReportStatus.Submitted);
        var report = (await SpendingReport.Find(tx, Id))!;
        if (WhyNotByCaller(report) is { } forbidden)
            return forbidden;
        var action = started ? AuditAction.SpendingReportExaminationStarted : AuditAction.SpendingReportExaminationTakenOver;
        Audit.Append(tx, action, Id, report.Version, new { report.Status });
        return report;
    }

    Problem? WhyNotByCaller(SpendingReport report) => user.Is(report.SubmittedBy)
        ? Problems.FourEyes.With(("earlier", ActedAs.Submitter))
        : ExcludedPersons.WhyRefused(user, report.OfficeAgs);

    const string Start = """
        update SpendingReport set Version = Version + 1, UpdatedAt = @At, Status = 'in-examination', ExaminedBy = @Actor
        where Id = @Id and Version = @SeenVersion and Status = 'submitted' and SubmittedBy <> @Actor
        """;

    const string TakeOver = """
        update SpendingReport set Version = Version + 1, UpdatedAt = @At, ExaminedBy = @Actor
        where Id = @Id and Version = @SeenVersion and Status = 'in-examination' and ExaminedBy <> @Actor and SubmittedBy <> @Actor
        """;
}
