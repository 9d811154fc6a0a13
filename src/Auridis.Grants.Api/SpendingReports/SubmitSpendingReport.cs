using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.SpendingReports;

/// <summary>Hands a report in and freezes it.</summary>
sealed class SubmitSpendingReport : IEndpoint
{
    /// <param name="Expenditure">The sum of all receipts, as the office's own books have it; <c>0.00</c> says that nothing was spent.</param>
    public sealed record Request(Money Expenditure);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Expenditure).NotNegative();
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/spending-reports/{id:guid}/submit", Handle)
        .RequireAuthorization(Policies.CanSubmitSpendingReports)
        .NeedsIfMatch()
        .Describe("submitSpendingReport", "Hands a report in and freezes it",
            "With a narrative, and with the sum of its receipts declared once more: a receipt that was forgotten or entered twice comes to light here, "
            + "and a report without receipts is handed in only by somebody who says that nothing was spent.")
        .Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState,
            SpendingReportProblems.NarrativeMissing, SpendingReportProblems.ExpenditureMismatch);

    static Task<Changed<SpendingReport>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock clock) =>
        change.Apply<SpendingReport>(async tx =>
        {
            if (await tx.Execute(Submit, new { id, change.Version, user.Office, user.Actor, clock.Today }) == 0)
                return await SpendingReport.WhyRefused(tx, id, user, change.Version, SpendingReport.OnlyItsOffice(user), SpendingReportStatus.Draft);
            var report = await SpendingReport.Get(tx, id);
            if (report.Narrative is null)
                return SpendingReportProblems.NarrativeMissing.With();
            if (report.Expenditure != request.Expenditure)
            {
                return SpendingReportProblems.ExpenditureMismatch.With(
                    ("declared", request.Expenditure), ("actual", report.Expenditure), ("receiptCount", report.ReceiptCount));
            }
            Audit.Append(tx, "spending-report.submitted", id, report.Version,
                new { report.Status, report.ReceiptCount, report.Expenditure, report.OwnFunds, report.ThirdPartyIncome, report.SubmittedOn });
            return report;
        });

    const string Submit = """
        update SpendingReport
        set Version = Version + 1, Status = 'submitted', SubmittedBy = @Actor, SubmittedOn = @Today
        where Id = @id and Version = @Version and Status = 'draft' and OfficeAgs = @Office
        """;
}
