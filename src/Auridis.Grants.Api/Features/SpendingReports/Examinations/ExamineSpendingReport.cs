using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Starts the examination of a report.</summary>
/// <remarks>
/// Not by the person who submitted the report. The person who starts the examination is the examiner and records the findings. When the
/// examiner drops out, another person takes over by the same step; the findings stay, each until the new examiner replaces it or takes it
/// back.
///
/// A report that was returned, and not mended by the end of <c>mendBy</c>, is examined by this step as it was submitted last: what its
/// office has changed since is undone, and what it has not applied is discarded. A receipt that it has entered in another report of the
/// award by now stays there. Findings stay with the receipts that are as they were.
/// </remarks>
sealed class ExamineSpendingReport(CurrentUser user, BusinessClock clock) : Change<SpendingReport>
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
        var takenUp = !started && await TakesUp(tx);
        if (!started && !takenUp && await tx.Execute(TakeOver, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
            return await SpendingReport.WhyNotExamined(tx, Id, user, SeenVersion, WhyNotByCaller, SpendingReportStatus.Submitted);
        var report = (await SpendingReport.Find(tx, Id))!;
        if (WhyNotByCaller(report) is { } forbidden)
            return forbidden;
        if (await ExcludedPersons.WhyRefused(tx, user, report.ProgrammeId, report.OfficeAgs) is { } excluded)
            return excluded;
        if (takenUp)
        {
            await ReportMending.Restore(tx, report);
            Audit.Append(tx, AuditAction.SpendingReportTakenUp, Id, report.Version, new { report.Status, report.Versions });
            return (await SpendingReport.Find(tx, Id))!;
        }
        var action = started ? AuditAction.SpendingReportExaminationStarted : AuditAction.SpendingReportExaminationTakenOver;
        Audit.Append(tx, action, Id, report.Version, new { report.Status });
        return report;
    }

    async Task<bool> TakesUp(Tx tx)
    {
        await SpendingReport.LockSiblings(tx, Id);
        return await tx.Execute(TakeUp, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At }) == 1;
    }

    Problem? WhyNotByCaller(SpendingReport report) => user.Is(report.SubmittedBy)
        ? Problems.FourEyes.With(("earlier", ActedAs.Submitter))
        : null;

    const string Start = """
        update SpendingReport set Version = Version + 1, UpdatedAt = @At, Status = 'in-examination', ExaminedBy = @Actor
        where Id = @Id and Version = @SeenVersion and Status = 'submitted' and SubmittedBy <> @Actor
        """;

    const string TakeUp = """
        update SpendingReport
        set Version = Version + 1, UpdatedAt = @At, Status = 'in-examination', ExaminedBy = @Actor, Points = null, OwedOn = null
        where Id = @Id and Version = @SeenVersion and Status = 'returned' and OwedOn < @Today and SubmittedBy <> @Actor
        """;

    const string TakeOver = """
        update SpendingReport set Version = Version + 1, UpdatedAt = @At, ExaminedBy = @Actor
        where Id = @Id and Version = @SeenVersion and Status = 'in-examination' and ExaminedBy <> @Actor and SubmittedBy <> @Actor
        """;
}
