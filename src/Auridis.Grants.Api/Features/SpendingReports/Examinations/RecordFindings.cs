using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Records what the examiner found.</summary>
/// <remarks>
/// Only by the examiner, and at least once, even when nothing is disallowed. A finding replaces the one that the receipt had; findings on
/// other receipts stay as they are, so that a report of 50,000 receipts is examined in parts. A receipt without a finding is recognised in
/// full; a flagged one needs a finding of its own. The tolerance of a line can be lifted where official conditions led to its overrun.
/// When a finding is invalid, errors names it, and nothing is recorded.
/// </remarks>
sealed class RecordFindings(CurrentUser user) : Change<RecordFindings.Request, FindingsRecorded>
{
    const int MostReceipts = 200;

    /// <param name="Findings">Up to 200, at most one on each receipt; empty when there is nothing to disallow.</param>
    /// <param name="TakenBack">The ids of receipts that are to have no finding any more, up to 200 and in none of the findings; null for
    /// none.</param>
    /// <param name="Lifted">
    /// The lines whose tolerance is lifted, up to 30, each category once: they replace those that were. Null leaves them as they are.
    /// </param>
    public sealed record Request(
        IReadOnlyList<Finding> Findings, IReadOnlyList<Guid>? TakenBack = null, IReadOnlyList<LiftedLine>? Lifted = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Findings).AtMost(MostReceipts).UniqueBy(finding => finding.ReceiptId.ToString())
                .WithMessage(_ => Bilingual.Of("Each receipt may occur only once.", "Jeder Beleg darf nur einmal vorkommen."));
            RuleForEach(request => request.Findings).SetValidator(new FindingValidator());
            RuleFor(request => request.TakenBack!).AtMost(MostReceipts)
                .Must((request, takenBack) => takenBack is null || !request.Findings.Any(finding => takenBack.Contains(finding.ReceiptId)))
                .WithMessage(_ => Bilingual.Of(
                    "A receipt cannot get a finding and lose it.", "Ein Beleg kann nicht eine Feststellung bekommen und verlieren."));
            RuleFor(request => request.Lifted!).AtMost(30).UniqueBy(line => line.Category);
            RuleForEach(request => request.Lifted).SetValidator(new LiftedLineValidator());
        }
    }

    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/findings");
        Policies(Can.ExamineSpendingReports);
        Refuses(
            Problems.NotFound, SpendingReportProblems.NotTheExaminer, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion,
            Problems.WrongState, SpendingReportProblems.FindingsRefused);
    }

    protected override async Task<Outcome<FindingsRecorded>> Handle(Tx tx, Request request)
    {
        if (await tx.Execute(Touch, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
        {
            return await SpendingReport.WhyNotExamined(
                tx, Id, user, SeenVersion, SpendingReport.OnlyItsExaminer(user), SpendingReportStatus.InExamination);
        }
        var touched = (await SpendingReport.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, touched.ProgrammeId, touched.OfficeAgs) is { } excluded)
            return excluded;
        var takenBack = request.TakenBack ?? [];
        Guid[] named = [.. request.Findings.Select(finding => finding.ReceiptId), .. takenBack];
        var amounts = await tx.All<ReceiptAmount>(SelectAmounts, new { Id, Named = named });
        var award = (await Award.Find(tx, touched.AwardId))!;
        var faults = FindingFaults.Of(
            request.Findings, takenBack, amounts.ToDictionary(receipt => receipt.Id, receipt => receipt.Amount), request.Lifted ?? [],
            award, touched);
        if (faults.Count > 0)
            return SpendingReportProblems.FindingsRefused with { Errors = faults };
        if (takenBack.Count > 0)
            await tx.Execute(TakeBack, new { Id, TakenBack = takenBack, tx.Author.At });
        foreach (var finding in request.Findings)
            await tx.Execute(Record, new { Id, finding.ReceiptId, finding.Recognised, finding.Reason, user.Actor, tx.Author.At });
        if (request.Lifted is not null)
            await LiftedTolerance.Replace(tx, Id, request.Lifted);
        var report = (await SpendingReport.Find(tx, Id))!;
        var statement = await Statement.Read(tx, report);
        Audit.Append(tx, AuditAction.SpendingReportFindingsRecorded, Id, report.Version, new
        {
            Findings = request.Findings.Select(finding => new { finding.ReceiptId, finding.Recognised }),
            TakenBack = takenBack,
            Lifted = request.Lifted?.Select(line => line.Category),
            statement.Recognised,
            statement.NotRecognised,
        });
        return new FindingsRecorded(report, statement, await ExaminationComplete.Missing(tx, Id));
    }

    const string Touch = """
        update SpendingReport set Version = Version + 1, UpdatedAt = @At, FindingsBy = @Actor
        where Id = @Id and Version = @SeenVersion and Status = 'in-examination' and ExaminedBy = @Actor
        """;

    const string SelectAmounts = "select Id, AmountCents from Receipt where SpendingReportId = @Id and Id in @Named";

    const string TakeBack = """
        update Receipt set RecognisedCents = null, Reason = null, FoundBy = null, UpdatedAt = @At
        where SpendingReportId = @Id and Id in @TakenBack
        """;

    const string Record = """
        update Receipt set RecognisedCents = @Recognised, Reason = @Reason, FoundBy = @Actor, UpdatedAt = @At
        where Id = @ReceiptId and SpendingReportId = @Id
        """;

    sealed record ReceiptAmount
    {
        public required Guid Id { get; init; }
        public required Money Amount { get; init; }
    }
}
