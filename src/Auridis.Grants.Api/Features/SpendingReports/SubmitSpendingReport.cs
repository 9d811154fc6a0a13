namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Submits a spending report.</summary>
/// <remarks>
/// By the office itself; the report is frozen. It needs a narrative. The sum of its receipts is declared once more, so that a receipt that
/// was forgotten or entered twice is noticed. A report without receipts declares that nothing was spent.
/// </remarks>
sealed class SubmitSpendingReport(CurrentUser user, BusinessClock clock) : Change<SubmitSpendingReport.Request, SpendingReport>
{
    /// <param name="Expenditure">The sum of all receipts according to the office's own books; <c>0.00</c> declares that nothing was
    /// spent.</param>
    public sealed record Request(Money Expenditure);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator() => RuleFor(request => request.Expenditure).NotNegative();
    }

    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/submit");
        Policies(Can.SubmitSpendingReports);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState,
            SpendingReportProblems.NarrativeMissing, SpendingReportProblems.ExpenditureMismatch);
    }

    protected override async Task<Outcome<SpendingReport>> Handle(Tx tx, Request request)
    {
        if (await tx.Execute(Submit, new { Id, SeenVersion, user.Office, user.Actor, clock.Today, tx.Author.At }) == 0)
        {
            return await SpendingReport.WhyRefused(
                tx, Id, user, SeenVersion, SpendingReport.OnlyItsOffice(user), SpendingReportStatus.Draft);
        }
        var report = (await SpendingReport.Find(tx, Id))!;
        if (ReportReadyToSubmit.WhyRefused(report, request.Expenditure) is { } incomplete)
            return incomplete;
        Audit.Append(tx, AuditAction.SpendingReportSubmitted, Id, report.Version,
            new { report.Status, report.ReceiptCount, report.Expenditure, report.OwnFunds, report.ThirdPartyIncome, report.SubmittedOn });
        return report;
    }

    const string Submit = """
        update SpendingReport
        set Version = Version + 1, UpdatedAt = @At, Status = 'submitted', SubmittedBy = @Actor, SubmittedOn = @Today
        where Id = @Id and Version = @SeenVersion and Status = 'draft' and OfficeAgs = @Office
        """;
}
