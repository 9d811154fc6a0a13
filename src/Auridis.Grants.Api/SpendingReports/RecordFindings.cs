using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.SpendingReports;

/// <summary>Records what the examiner found.</summary>
sealed class RecordFindings : IEndpoint
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
    public sealed record Response(Guid Id, int Version, Statement Statement) : IResource;

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

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/spending-reports/{id:guid}/examination", Handle)
        .RequireAuthorization(Policies.CanExamineSpendingReports)
        .NeedsIfMatch()
        .Describe("recordFindings", "Records what the examiner found",
            "Replaces all findings. Only the examiner does this, and at least once, even when there is nothing to find; a flagged receipt needs a finding of its own. A finding that is not good is named in errors, and then nothing is recorded.")
        .Refuses(Problems.NotFound, SpendingReportProblems.NotTheExaminer, Problems.StaleVersion, Problems.WrongState, SpendingReportProblems.FindingsRefused);

    static Task<Changed<Response>> Handle(Guid id, Request request, Change change, CurrentUser user) => change.Apply<Response>(async tx =>
    {
        if (await tx.Execute(Touch, new { id, change.Version, user.Actor }) == 0)
            return await SpendingReport.WhyRefused(tx, id, user, change.Version, OnlyTheExaminer(user), SpendingReportStatus.InExamination);
        var amounts = (await tx.List<ReceiptAmount>(Amounts, new { id })).ToDictionary(receipt => receipt.Id, receipt => receipt.AmountCents);
        var faults = Faults(request.Findings, amounts);
        if (faults.Count > 0)
            return new Problem(SpendingReportProblems.FindingsRefused, []) { Errors = faults };
        await Replace(tx, id, request.Findings);
        var statement = await Statement.Read(tx, (await SpendingReport.Find(tx, id, user))!);
        Audit.Append(tx, "spending-report.findings-recorded", id, change.Version + 1, new
        {
            Findings = request.Findings.Select(finding => new { finding.ReceiptId, finding.Recognised }),
            statement.Recognised,
            statement.NotRecognised,
        });
        return new Response(id, change.Version + 1, statement);
    });

    /// <summary>What is wrong with the findings: JSON pointer → messages, for every one that is not good.</summary>
    static Dictionary<string, string[]> Faults(IReadOnlyList<Finding> findings, Dictionary<Guid, long> amounts)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        for (var i = 0; i < findings.Count; i++)
        {
            var at = FormattableString.Invariant($"/findings/{i}");
            if (!amounts.TryGetValue(findings[i].ReceiptId, out var cents))
                faults[at + "/receiptId"] = [Text.Of("The report has no such receipt.", "Der Nachweis hat keinen solchen Beleg.")];
            else if (findings[i].Recognised.Cents > cents)
                faults[at + "/recognised"] = [Text.Of($"The receipt is over {new Money(cents)}.", $"Der Beleg lautet über {new Money(cents)}.")];
            else if (findings[i].Recognised.Cents < cents && findings[i].Reason is null)
                faults[at + "/reason"] = [Text.Of("What is disallowed needs a reason.", "Was nicht anerkannt wird, braucht eine Begründung.")];
        }
        return faults;
    }

    static async Task Replace(Tx tx, Guid id, IReadOnlyList<Finding> findings)
    {
        await tx.Execute(Clear, new { id });
        foreach (var finding in findings)
            await tx.Execute(Record, new { id, finding.ReceiptId, RecognisedCents = finding.Recognised.Cents, finding.Reason });
    }

    static Func<SpendingReport.Row, Problem?> OnlyTheExaminer(CurrentUser user) => report =>
        report.ExaminedBy is not null && !user.Is(report.ExaminedBy) ? SpendingReportProblems.NotTheExaminer.With() : null;

    const string Touch = """
        update SpendingReport set Version = Version + 1, FindingsBy = @Actor
        where Id = @id and Version = @Version and Status = 'in-examination' and ExaminedBy = @Actor
        """;

    const string Amounts = "select Id, AmountCents from Receipt where SpendingReportId = @id";

    const string Clear = "update Receipt set RecognisedCents = null, Reason = null where SpendingReportId = @id and RecognisedCents is not null";

    const string Record = "update Receipt set RecognisedCents = @RecognisedCents, Reason = @Reason where Id = @ReceiptId and SpendingReportId = @id";

    sealed class ReceiptAmount
    {
        public required Guid Id { get; init; }
        public required long AmountCents { get; init; }
    }
}
