using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Asks the office for the receipts of some lines.</summary>
/// <remarks>
/// By the examiner, where the report states totals of lines (ANBest-G). The office then adds the receipts of these lines, and only of
/// these. What they show of a total is recognised, as far as the examiner finds nothing against it; what they do not show is not. The
/// report is accepted once they show the totals, or after the last day for them. Another sample adds to the lines that were asked for
/// before, and sets the day of a line anew. The examiner records findings after the last sample.
/// </remarks>
sealed class SampleReceipts(CurrentUser user, BusinessClock clock) : Change<SampleReceipts.Request, SpendingReport>
{
    /// <param name="Lines">The categories of the lines, 1 to 30, each once.</param>
    /// <param name="Reason">Why their receipts are asked for, up to 500 characters.</param>
    /// <param name="ReplyBy">
    /// The last day for them, not in the past; when it is left out, the <c>mendingDays</c> of the terms later, moved to a working day.
    /// </param>
    public sealed record Request(IReadOnlyList<string> Lines, string Reason, DateOnly? ReplyBy = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Lines).NotEmpty().AtMost(30).UniqueBy(line => line);
            RuleForEach(request => request.Lines).Code();
            RuleFor(request => request.Reason).Prose(500);
            RuleFor(request => request.ReplyBy!.Value).Day().When(request => request.ReplyBy is not null);
        }
    }

    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/sample");
        Policies(Can.ExamineSpendingReports);
        Refuses(
            Problems.NotFound, SpendingReportProblems.NotTheExaminer, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion,
            Problems.WrongState, SpendingReportProblems.ReceiptsListed);
    }

    protected override async Task<Outcome<SpendingReport>> Handle(Tx tx, Request request)
    {
        if (await tx.Execute(Touch, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
        {
            return await SpendingReport.WhyNotExamined(
                tx, Id, user, SeenVersion, SpendingReport.OnlyItsExaminer(user), SpendingReportStatus.InExamination);
        }
        var report = (await SpendingReport.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, report.ProgrammeId, report.OfficeAgs) is { } excluded)
            return excluded;
        if (SampledReceipts.WhyRefused(report, request.Lines) is { } refused)
            return refused;
        if (request.ReplyBy < clock.Today)
            return Problems.InPast(nameof(request.ReplyBy));
        var replyBy = request.ReplyBy ?? ReportMending.LastDay((await Award.Find(tx, report.AwardId))!.Terms, clock.Today);
        SampledLine[] sample =
        [
            .. (report.Sample ?? []).Where(line => !request.Lines.Contains(line.Category, StringComparer.Ordinal)),
            .. request.Lines.Select(line => new SampledLine(line, request.Reason, clock.Today, replyBy)),
        ];
        await tx.Execute(Ask, new { Id, Sample = StoredJson.Of<IReadOnlyList<SampledLine>>(sample) });
        await SampledReceipts.Keep(tx, Id);
        Audit.Append(tx, AuditAction.SpendingReportSampled, Id, report.Version, new { request.Lines, ReplyBy = replyBy });
        return (await SpendingReport.Find(tx, Id))!;
    }

    // What is found before the receipts are there is not accepted.
    const string Touch = """
        update SpendingReport set Version = Version + 1, UpdatedAt = @At, FindingsBy = null
        where Id = @Id and Version = @SeenVersion and Status = 'in-examination' and ExaminedBy = @Actor
        """;

    const string Ask = "update SpendingReport set Sample = @Sample where Id = @Id";
}
