using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Returns a report to its office to be mended.</summary>
/// <remarks>
/// By a person of finance before the examination, and by the examiner during it; never by the person who submitted it. The office writes
/// the report again and submits it as the next version, until the end of <c>mendBy</c>. After that day it is overdue: no money of the award
/// is requested, approved or released, and the report can be examined as it was submitted last (<c>examineSpendingReport</c>). Findings
/// stay with their receipts until the office changes those, and whoever examines the next version replaces them or takes them back.
/// </remarks>
sealed class ReturnSpendingReport(CurrentUser user, BusinessClock clock) : Change<ReturnSpendingReport.Request, SpendingReport>
{
    /// <param name="Points">What is to be mended, 1 to 50.</param>
    /// <param name="MendBy">
    /// The last day for it, not in the past; when it is left out, the <c>mendingDays</c> of the terms later, moved to a working day.
    /// </param>
    public sealed record Request(IReadOnlyList<ReportPoint> Points, DateOnly? MendBy = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Points).NotEmpty().AtMost(50);
            RuleForEach(request => request.Points).SetValidator(new ReportPointValidator());
            RuleFor(request => request.MendBy!.Value).Day().When(request => request.MendBy is not null);
        }
    }

    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/return");
        Policies(Can.ExamineSpendingReports);
        Refuses(
            Problems.NotFound, Problems.FourEyes, SpendingReportProblems.NotTheExaminer, YouthOfficeProblems.DeciderConflicted,
            Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<SpendingReport>> Handle(Tx tx, Request request)
    {
        if (await SpendingReport.FindFor(tx, Id, user) is not { } found)
            return Problems.NotFound;
        var terms = (await Award.Find(tx, found.AwardId))!.Terms;
        var mendBy = request.MendBy ?? ReportMending.LastDay(terms, clock.Today);
        var returned = new { Id, SeenVersion, user.Actor, Points = StoredJson.Of(request.Points), MendBy = mendBy, tx.Author.At };
        if (await tx.Execute(Return, returned) == 0)
        {
            return await SpendingReport.WhyNotExamined(
                tx, Id, user, SeenVersion, WhyNotByCaller, SpendingReportStatus.Submitted, SpendingReportStatus.InExamination);
        }
        var report = (await SpendingReport.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, report.ProgrammeId, report.OfficeAgs) is { } excluded)
            return excluded;
        if (await Foreign(tx, request.Points) is { } foreign)
            return foreign;
        if (request.MendBy < clock.Today)
            return Problems.InPast(nameof(request.MendBy));
        Audit.Append(tx, AuditAction.SpendingReportReturned, Id, report.Version,
            new { report.Status, Points = request.Points.Count, report.MendBy });
        return report;
    }

    Problem? WhyNotByCaller(SpendingReport report) =>
        user.Is(report.SubmittedBy) ? Problems.FourEyes.With(("earlier", ActedAs.Submitter))
        : report.Status == SpendingReportStatus.InExamination && !user.Is(report.ExaminedBy) ? SpendingReportProblems.NotTheExaminer
        : null;

    /// <summary>The points that are about no receipt of this report.</summary>
    async Task<Problem?> Foreign(Tx tx, IReadOnlyList<ReportPoint> points)
    {
        var named = points.Where(point => point.ReceiptId is not null).Select(point => point.ReceiptId!.Value).Distinct().ToList();
        var known = named.Count == 0 ? [] : await tx.All<Guid>(SelectKnown, new { Id, Named = named });
        var foreign = points.Index().Where(point => point.Item.ReceiptId is { } receipt && !known.Contains(receipt)).ToList();
        return foreign.Count == 0 ? null : Problems.Invalid(foreign.Select(point => new FluentValidation.Results.ValidationFailure(
            $"Points[{point.Index}].ReceiptId", FindingFaults.NoSuchReceipt)));
    }

    const string Return = """
        update SpendingReport
        set Version = Version + 1, UpdatedAt = @At, Status = 'returned', Points = @Points, OwedOn = @MendBy, OverdueNotedOn = null,
            ExaminedBy = null, FindingsBy = null
        where Id = @Id and Version = @SeenVersion and SubmittedBy <> @Actor
            and (Status = 'submitted' or (Status = 'in-examination' and ExaminedBy = @Actor))
        """;

    const string SelectKnown = "select Id from Receipt where SpendingReportId = @Id and Id in @Named";
}
