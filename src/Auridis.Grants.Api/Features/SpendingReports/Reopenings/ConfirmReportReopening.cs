using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Confirms that a report is examined anew.</summary>
/// <remarks>
/// Not by the person who proposed it. The report is in examination again: the examiner, or whoever takes over, records findings, and a
/// second person accepts it. Findings that stand on receipts stay until they are replaced; a new claim needs a new hearing. Until then the
/// site draws no more than what the report came to before. What is open of the claims that resulted from it is claimed no more; what came
/// in on them is settled with the new result. An award that is completed is active again, and its programme runs. A letter tells the
/// office. An interim report leads to none of this.
/// </remarks>
sealed class ConfirmReportReopening(CurrentUser user, BusinessClock clock) : Change<ReportReopening>
{
    public override void Configure()
    {
        Post("/report-reopenings/{id:guid}/confirm");
        Policies(Can.AcceptSpendingReports);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ReportReopeningProblems.CountedInFinalReport, ReportReopeningProblems.RemedyNotUpheld,
            ReportReopeningProblems.RemedyOfEarlierResult, ProgrammeProblems.BudgetExhausted);
    }

    protected override async Task<Outcome<ReportReopening>> Handle(Tx tx)
    {
        if (await ReportReopening.FindFor(tx, Id, user) is not { } proposed)
            return Problems.NotFound;
        if (user.Is(proposed.ProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (await ExcludedPersons.WhyRefused(tx, user, proposed.ProgrammeId, proposed.OfficeAgs) is { } excluded)
            return excluded;
        await Programme.Lock(tx, proposed.ProgrammeId);
        await AwardFunds.Lock(tx, proposed.AwardId);
        if (await tx.Execute(Hold, new { Id, SeenVersion, tx.Author.At }) == 0)
        {
            var now = (await ReportReopening.Find(tx, Id))!;
            return Problems.StaleOrWrongState(now.Version, SeenVersion, now.Status, ReportReopeningStatus.Proposed);
        }
        var report = (await SpendingReport.Find(tx, proposed.SpendingReportId))!;
        if (await ReopenableReport.WhyRefused(tx, report) is { } final)
            return final;
        if (await UpheldRemedy.WhyRefused(tx, report, proposed.RemedyId) is { } unfounded)
            return unfounded;
        var statement = StoredJson.Of(await Statement.Read(tx, report));
        await tx.Execute(Confirm, new { Id, Statement = statement, report.AcceptedOn, user.Actor, clock.Today });
        await tx.Execute(Reopen, new { report.Id, tx.Author.At });
        if (report.IsFinal && await OpenAccount(tx, proposed, report) is { } beyond)
            return beyond;
        Audit.Append(tx, AuditAction.SpendingReportReopened, report.Id, report.Version + 1, new { ReopeningId = Id, proposed.RemedyId });
        Audit.Append(tx, AuditAction.ReportReopeningConfirmed, Id, SeenVersion + 1, new { proposed.SpendingReportId });
        return (await ReportReopening.Find(tx, Id))!;
    }

    async Task<Problem?> OpenAccount(Tx tx, ReportReopening proposed, SpendingReport report)
    {
        var award = (await Award.Find(tx, report.AwardId))!;
        var dropped = await ReexaminedClaims.DropOpen(tx, report.Id, clock.Today);
        await ReopenedAccount.Open(tx, award);
        var programme = (await Programme.Find(tx, award.ProgrammeId))!;
        if (Places.WhyBeyondBudget(programme, await CommittedShare.Change(tx, award.Id)) is { } beyond)
            return beyond;
        await CommittedShare.Book(tx, award.Id,
            new BusinessDocument(
                award.Id, award.Reference, award.ProgrammeId, award.Id, $"Report {report.Reference} is examined anew", clock.Today));
        var letter = ReexaminationLetter.OfReopening(
            award, report, proposed, (await AwardRemedy.Find(tx, proposed.RemedyId))!, dropped);
        await Letter.Create(tx, LetterKind.Reexamination, award, letter, clock.Today);
        return null;
    }

    // Its entitlement stays until it is accepted anew: what is promised of the award does not change meanwhile.
    const string Reopen = """
        update SpendingReport
        set Status = 'in-examination', AcceptedBy = null, AcceptedOn = null, FindingsBy = null, Result = null, Hearing = null,
            HearingOverOn = null, Version = Version + 1, UpdatedAt = @At
        where Id = @Id
        """;

    const string Hold = """
        update ReportReopening set Version = Version + 1, UpdatedAt = @At where Id = @Id and Version = @SeenVersion and Status = 'proposed'
        """;

    const string Confirm = """
        update ReportReopening
        set Status = 'confirmed', Statement = @Statement, AcceptedOn = @AcceptedOn, DecidedBy = @Actor, DecidedOn = @Today,
            EntitlementCents = (select s.EntitlementCents from SpendingReport s where s.Id = SpendingReportId)
        where Id = @Id
        """;
}
