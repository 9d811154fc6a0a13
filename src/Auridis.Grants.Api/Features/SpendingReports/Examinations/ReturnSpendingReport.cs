using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Returns a report to its office to be mended.</summary>
/// <remarks>
/// By a person of finance before the examination, and by the examiner during it; never by the person who submitted it. The office writes
/// the report again and submits it as the next version. Findings stay with their receipts until the office changes those, and whoever
/// examines the next version replaces them or takes them back.
/// </remarks>
sealed class ReturnSpendingReport(CurrentUser user) : Change<ReturnSpendingReport.Request, SpendingReport>
{
    /// <param name="Points">What is to be mended, 1 to 50.</param>
    public sealed record Request(IReadOnlyList<ReportPoint> Points);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Points).NotEmpty().AtMost(50);
            RuleForEach(request => request.Points).SetValidator(new ReportPointValidator());
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
        var points = StoredJson.Of(request.Points);
        if (await tx.Execute(Return, new { Id, SeenVersion, user.Actor, Points = points, tx.Author.At }) == 0)
        {
            return await SpendingReport.WhyRefused(
                tx, Id, user, SeenVersion, WhyNotByCaller, SpendingReportStatus.Submitted, SpendingReportStatus.InExamination);
        }
        var report = (await SpendingReport.Find(tx, Id))!;
        if (ExcludedPersons.WhyRefused(user, report.OfficeAgs) is { } excluded)
            return excluded;
        if (await Foreign(tx, request.Points) is { } foreign)
            return foreign;
        Audit.Append(tx, AuditAction.SpendingReportReturned, Id, report.Version, new { report.Status, Points = request.Points.Count });
        return report;
    }

    Problem? WhyNotByCaller(SpendingReport report) =>
        user.Is(report.SubmittedBy) ? Problems.FourEyes.With(("earlier", ActedAs.Submitter))
        : report.Status == SpendingReportStatus.InExamination && !user.Is(report.ExaminedBy) ? SpendingReportProblems.NotTheExaminer
        : ExcludedPersons.WhyRefused(user, report.OfficeAgs);

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
        set Version = Version + 1, UpdatedAt = @At, Status = 'returned', Points = @Points, ExaminedBy = null, FindingsBy = null
        where Id = @Id and Version = @SeenVersion and SubmittedBy <> @Actor
            and (Status = 'submitted' or (Status = 'in-examination' and ExaminedBy = @Actor))
        """;

    const string SelectKnown = "select Id from Receipt where SpendingReportId = @Id and Id in @Named";
}
