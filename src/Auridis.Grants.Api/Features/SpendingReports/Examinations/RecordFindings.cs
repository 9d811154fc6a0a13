using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Records what the examiner found.</summary>
/// <remarks>
/// Replaces all findings. Only by the examiner, and at least once, even when nothing is disallowed. A flagged receipt needs a finding of
/// its own. When a finding is invalid, errors names it, and nothing is recorded.
/// </remarks>
sealed class RecordFindings(CurrentUser user) : Change<RecordFindings.Request, FindingsRecorded>
{
    /// <param name="Findings">All findings, up to 5,000, at most one on each receipt; a receipt without one is recognised in full. Empty
    /// when everything is.</param>
    public sealed record Request(IReadOnlyList<Finding> Findings);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Findings).AtMost(ReportLimits.MostReceipts).UniqueBy(finding => finding.ReceiptId.ToString());
            RuleForEach(request => request.Findings).ChildRules(finding =>
            {
                finding.RuleFor(item => item.Recognised).NotNegative();
                finding.RuleFor(item => item.Reason!).Prose(2_000).When(item => item.Reason is not null);
            });
        }
    }

    public override void Configure()
    {
        Put("/spending-reports/{id:guid}/examination");
        Policies(Can.ExamineSpendingReports);
        Refuses(
            Problems.NotFound, SpendingReportProblems.NotTheExaminer, Problems.StaleVersion, Problems.WrongState,
            SpendingReportProblems.FindingsRefused);
    }

    protected override async Task<Outcome<FindingsRecorded>> Handle(Tx tx, Request request)
    {
        if (await tx.Execute(Touch, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
            return await SpendingReport.WhyRefused(tx, Id, user, SeenVersion, OnlyTheExaminer, SpendingReportStatus.InExamination);
        var amounts = await tx.All<ReceiptAmount>(SelectAmounts, new { Id });
        var faults = FindingFaults.Of(request.Findings, amounts.ToDictionary(receipt => receipt.Id, receipt => receipt.Amount));
        if (faults.Count > 0)
            return SpendingReportProblems.FindingsRefused with { Errors = faults };
        await tx.Execute(Clear, new { Id, tx.Author.At });
        foreach (var finding in request.Findings)
            await tx.Execute(Record, new { Id, finding.ReceiptId, finding.Recognised, finding.Reason, tx.Author.At });
        var report = (await SpendingReport.Find(tx, Id))!;
        var statement = await Statement.Read(tx, report);
        Audit.Append(tx, AuditAction.SpendingReportFindingsRecorded, Id, report.Version, new
        {
            Findings = request.Findings.Select(finding => new { finding.ReceiptId, finding.Recognised }),
            statement.Recognised,
            statement.NotRecognised,
        });
        return new FindingsRecorded(report, statement, await ExaminationComplete.Missing(tx, Id));
    }

    Problem? OnlyTheExaminer(SpendingReport report) =>
        report.ExaminedBy is not null && !user.Is(report.ExaminedBy) ? SpendingReportProblems.NotTheExaminer : null;

    const string Touch = """
        update SpendingReport set Version = Version + 1, UpdatedAt = @At, FindingsBy = @Actor
        where Id = @Id and Version = @SeenVersion and Status = 'in-examination' and ExaminedBy = @Actor
        """;

    const string SelectAmounts = "select Id, AmountCents from Receipt where SpendingReportId = @Id";

    const string Clear = """
        update Receipt set RecognisedCents = null, Reason = null, UpdatedAt = @At
        where SpendingReportId = @Id and RecognisedCents is not null
        """;

    const string Record = """
        update Receipt set RecognisedCents = @Recognised, Reason = @Reason, UpdatedAt = @At
        where Id = @ReceiptId and SpendingReportId = @Id
        """;

    sealed record ReceiptAmount
    {
        public required Guid Id { get; init; }
        public required Money Amount { get; init; }
    }
}
