using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Hands a report in and freezes it.</summary>
/// <remarks>
/// With a narrative, and with the sum of its receipts declared once more: a receipt that was forgotten or entered twice comes to light
/// here, and a report without receipts is handed in only by somebody who says that nothing was spent.
/// </remarks>
sealed class SubmitSpendingReport(CurrentUser user, BusinessClock clock) : Change<SubmitSpendingReport.Request, SpendingReport>
{
    /// <param name="Expenditure">The sum of all receipts, as the office's own books have it; <c>0.00</c> says that nothing was spent.</param>
    public sealed record Request(Money Expenditure);

    public sealed class Validator : AbstractValidator<Request>
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
        if (await tx.Execute(Submit, new { Id, SeenVersion, user.Office, user.Actor, clock.Today }) == 0)
            return await SpendingReport.WhyRefused(tx, Id, user, SeenVersion, SpendingReport.OnlyItsOffice(user), SpendingReportStatus.Draft);
        var report = await SpendingReport.Get(tx, Id);
        if (report.Narrative is null)
            return SpendingReportProblems.NarrativeMissing;
        if (report.Expenditure != request.Expenditure)
        {
            return SpendingReportProblems.ExpenditureMismatch.With(
                ("declared", request.Expenditure), ("actual", report.Expenditure), ("receiptCount", report.ReceiptCount));
        }
        Audit.Append(tx, "spending-report.submitted", Id, report.Version,
            new { report.Status, report.ReceiptCount, report.Expenditure, report.OwnFunds, report.ThirdPartyIncome, report.SubmittedOn });
        return report;
    }

    const string Submit = """
        update SpendingReport
        set Version = Version + 1, Status = 'submitted', SubmittedBy = @Actor, SubmittedOn = @Today
        where Id = @Id and Version = @SeenVersion and Status = 'draft' and OfficeAgs = @Office
        """;
}
