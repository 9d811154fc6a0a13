using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Records what the examiner found.</summary>
/// <remarks>
/// Replaces all findings. Only the examiner does this, and at least once, even when there is nothing to find; a flagged receipt needs a
/// finding of its own. A finding that is not good is named in errors, and then nothing is recorded.
/// </remarks>
sealed class RecordFindings(CurrentUser user) : Change<RecordFindings.Request, RecordFindings.Response>
{
    /// <param name="Findings">All findings, up to 5,000, at most one on each receipt; a receipt without one is recognised in full. Empty when everything is.</param>
    public sealed record Request(IReadOnlyList<Finding> Findings);

    /// <summary>What is recognised of a receipt.</summary>
    /// <param name="ReceiptId">A receipt of this report.</param>
    /// <param name="Recognised">At most the amount of the receipt.</param>
    /// <param name="Reason">Why it is not the whole amount, up to 2,000 characters; null only where it is.</param>
    public sealed record Finding(Guid ReceiptId, Money Recognised, string? Reason);

    /// <param name="Id">The report.</param>
    /// <param name="Version">Its version with these findings.</param>
    /// <param name="Statement">The numeric statement that they lead to.</param>
    public new sealed record Response(Guid Id, int Version, Statement Statement) : IResource;

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Findings).AtMost(AddReceipts.LargestReport).UniqueBy(finding => finding.ReceiptId.ToString());
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

    protected override async Task<Outcome<Response>> Handle(Tx tx, Request request)
    {
        if (await tx.Execute(Touch, new { Id, SeenVersion, user.Actor }) == 0)
            return await SpendingReport.WhyRefused(tx, Id, user, SeenVersion, OnlyTheExaminer(user), SpendingReportStatus.InExamination);
        var amounts = (await tx.All<ReceiptAmount>(Amounts, new { Id })).ToDictionary(receipt => receipt.Id, receipt => receipt.AmountCents);
        var faults = Faults(request.Findings, amounts);
        if (faults.Count > 0)
            return SpendingReportProblems.FindingsRefused with { Errors = faults };
        await Replace(tx, Id, request.Findings);
        var statement = await Statement.Read(tx, (await SpendingReport.Find(tx, Id, user))!);
        Audit.Append(tx, "spending-report.findings-recorded", Id, SeenVersion + 1, new
        {
            Findings = request.Findings.Select(finding => new { finding.ReceiptId, finding.Recognised }),
            statement.Recognised,
            statement.NotRecognised,
        });
        return new Response(Id, SeenVersion + 1, statement);
    }

    /// <summary>What is wrong with the findings: JSON pointer → messages, for every one that is not good.</summary>
    static Dictionary<string, string[]> Faults(IReadOnlyList<Finding> findings, Dictionary<Guid, long> amounts)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        for (var i = 0; i < findings.Count; i++)
        {
            var at = FormattableString.Invariant($"/findings/{i}");
            if (!amounts.TryGetValue(findings[i].ReceiptId, out var cents))
                faults[at + "/receiptId"] = [Bilingual.Of("The report has no such receipt.", "Der Nachweis hat keinen solchen Beleg.")];
            else if (findings[i].Recognised.Cents > cents)
                faults[at + "/recognised"] = [Bilingual.Of($"The receipt is over {new Money(cents)}.", $"Der Beleg lautet über {new Money(cents)}.")];
            else if (findings[i].Recognised.Cents < cents && findings[i].Reason is null)
                faults[at + "/reason"] = [Bilingual.Of("What is disallowed needs a reason.", "Was nicht anerkannt wird, braucht eine Begründung.")];
        }
        return faults;
    }

    static async Task Replace(Tx tx, Guid Id, IReadOnlyList<Finding> findings)
    {
        await tx.Execute(Clear, new { Id });
        foreach (var finding in findings)
            await tx.Execute(Record, new { Id, finding.ReceiptId, RecognisedCents = finding.Recognised.Cents, finding.Reason });
    }

    static Func<SpendingReport.Row, Problem?> OnlyTheExaminer(CurrentUser user) => report =>
        report.ExaminedBy is not null && !user.Is(report.ExaminedBy) ? SpendingReportProblems.NotTheExaminer : null;

    const string Touch = """
        update SpendingReport set Version = Version + 1, FindingsBy = @Actor
        where Id = @Id and Version = @SeenVersion and Status = 'in-examination' and ExaminedBy = @Actor
        """;

    const string Amounts = "select Id, AmountCents from Receipt where SpendingReportId = @Id";

    const string Clear = "update Receipt set RecognisedCents = null, Reason = null where SpendingReportId = @Id and RecognisedCents is not null";

    const string Record = "update Receipt set RecognisedCents = @RecognisedCents, Reason = @Reason where Id = @ReceiptId and SpendingReportId = @Id";

    sealed class ReceiptAmount
    {
        public required Guid Id { get; init; }
        public required long AmountCents { get; init; }
    }
}
