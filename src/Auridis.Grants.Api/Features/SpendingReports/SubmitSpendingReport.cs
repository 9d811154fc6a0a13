using System.Security.Cryptography;
using System.Text;
using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Submits a spending report.</summary>
/// <remarks>
/// By the office itself, from the last day of the report's period on, or once it declares that the project has ended; the final report once
/// all interim reports are submitted. The report needs a narrative, and an answer to each required question of the programme. The sum of
/// its receipts is declared once more, so that a receipt that was forgotten or entered twice is noticed. A report without receipts declares
/// that nothing was spent. What was submitted is a version of the report, which never changes; a report that was returned becomes the next
/// one, also after its <c>mendBy</c> as long as nobody has taken it up. A file of receipts that was not applied is discarded: the declared
/// sum says what counts.
/// </remarks>
sealed class SubmitSpendingReport(CurrentUser user, BusinessClock clock) : Change<SubmitSpendingReport.Request, SpendingReport>
{
    /// <param name="Expenditure">
    /// The sum of the report's receipts, or of its totals, according to the office's own books; <c>0.00</c> declares that nothing was
    /// spent. Negative where credit notes on receipts of an earlier report are more than what was spent since.
    /// </param>
    /// <param name="FinishedEarly">Declares that the project has ended, before its period does.</param>
    public sealed record Request(Money Expenditure, bool FinishedEarly = false);

    // The declared sum can be negative, and is held against the receipts.
    public sealed class Validator : RequestValidator<Request>;

    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/submit");
        Policies(Can.SubmitSpendingReports);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState,
            SpendingReportProblems.TooEarly, SpendingReportProblems.InterimReportOpen, SpendingReportProblems.NarrativeMissing,
            SpendingReportProblems.AnswersMissing, SpendingReportProblems.ExpenditureMismatch);
    }

    protected override async Task<Outcome<SpendingReport>> Handle(Tx tx, Request request)
    {
        var submission = new { Id, SeenVersion, user.Office, user.Actor, clock.Today, tx.Author.At };
        if (await tx.Execute(Submit, submission) == 0)
        {
            return await SpendingReport.WhyRefused(
                tx, Id, user, SeenVersion, SpendingReport.OnlyItsOffice(user), SpendingReportStatus.Draft, SpendingReportStatus.Returned);
        }
        var report = (await SpendingReport.Find(tx, Id))!;
        if (ReportTooEarly.WhyRefused(report, clock.Today, request.FinishedEarly) is { } early)
            return early;
        if (await InterimReportsFirst.WhyNotSubmitted(tx, report) is { } open)
            return open;
        var award = (await Award.Find(tx, report.AwardId))!;
        if (ReportReadyToSubmit.WhyRefused(report, award.Terms, request.Expenditure) is { } incomplete)
            return incomplete;
        await ReceiptImport.DiscardOpen(tx, Id);
        var contentHash = await Freeze(tx, report, request.FinishedEarly);
        Audit.Append(tx, AuditAction.SpendingReportSubmitted, Id, report.Version, new
        {
            report.Status,
            contentHash,
            report.ReceiptCount,
            report.Expenditure,
            report.OwnFunds,
            report.ThirdPartyIncome,
            report.SubmittedOn,
        });
        return report;
    }

    static async Task<string> Freeze(Tx tx, SpendingReport report, bool finishedEarly)
    {
        var receiptsHash = await FrozenReceipts.Keep(tx, report);
        var submission = StoredJson.Of(new SpendingReportContent(
            report.Narrative!, report.Answers, report.OwnFunds, report.ThirdPartyIncome, report.Expenditure, finishedEarly,
            report.Totals, report.ReceiptCount, receiptsHash, await ReportAttachment.Freeze(tx, report)));
        var contentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(submission)));
        await tx.Execute(InsertVersion, new
        {
            report.Id,
            Number = report.Versions,
            Submission = submission,
            ContentHash = contentHash,
            report.SubmittedBy,
            report.SubmittedOn,
            tx.Author.At,
        });
        return contentHash;
    }

    const string Submit = """
        update SpendingReport
        set Version = Version + 1, UpdatedAt = @At, Status = 'submitted', SubmittedBy = @Actor, SubmittedOn = @Today,
            VersionCount = VersionCount + 1, Points = null, OwedOn = null
        where Id = @Id and Version = @SeenVersion and Status in ('draft', 'returned') and OfficeAgs = @Office
        """;

    const string InsertVersion = """
        insert into SpendingReportVersion (SpendingReportId, Number, Submission, ContentHash, SubmittedBy, SubmittedOn, CreatedAt)
        values (@Id, @Number, @Submission, @ContentHash, @SubmittedBy, @SubmittedOn, @At)
        """;
}
