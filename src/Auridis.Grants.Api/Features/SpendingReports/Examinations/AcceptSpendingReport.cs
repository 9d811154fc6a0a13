using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Accepts the examination of a report.</summary>
/// <remarks>
/// By a second person, from whom no finding comes, once the examiner has recorded findings. Where the examiner has asked for receipts, it
/// waits until these show the totals, or the day for them has passed. The result is computed and frozen: partly-accepted when something
/// was not recognised. An interim report leads to nothing else. The final one waits until the interim reports are accepted, whose receipts
/// and findings it counts, and until no payment of the award is open. Where an administrative act is to claim money back, the office is
/// heard on at least this sum before. What was paid beyond the entitlement becomes a repayment claim, of which a letter tells the office;
/// what the site is entitled to and has not received can still be requested; the rest of the award is no longer committed. Where the report
/// was reopened after a remedy, what had come in on its claims beyond what is owed now is a credit, and a letter says so; what it comes to
/// above the award's share is taken of the budget.
/// </remarks>
sealed class AcceptSpendingReport(CurrentUser user, BusinessClock clock) : Change<SpendingReport>
{
    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/accept");
        Policies(Can.AcceptSpendingReports);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            SpendingReportProblems.ExaminationIncomplete, SpendingReportProblems.ReceiptsOutstanding,
            SpendingReportProblems.InterimReportOpen, SpendingReportProblems.PaymentsOpen, SpendingReportProblems.HearingOpen,
            ProgrammeProblems.BudgetExhausted);
    }

    protected override async Task<Outcome<SpendingReport>> Handle(Tx tx)
    {
        if (await SpendingReport.FindFor(tx, Id, user) is not { } found)
            return Problems.NotFound;
        await Programme.Lock(tx, found.ProgrammeId);
        await AwardFunds.Lock(tx, found.AwardId);
        var award = (await Award.Find(tx, found.AwardId))!;
        var today = clock.Today;
        // Findings change with the report's version, so the update below knows whether this is still true. Those of interim reports stand
        // in the final statement too; when one of them is still examined, the final report is not accepted anyway.
        var hasFound = await tx.OneOrNull<int?>(SelectOwnFinding, new { Id, user.Actor }) is not null;
        if (hasFound || await tx.Execute(Accept, new { Id, SeenVersion, user.Actor, Today = today, tx.Author.At }) == 0)
        {
            return await SpendingReport.WhyNotExamined(
                tx, Id, user, SeenVersion, report => WhyNotByCaller(report, hasFound), SpendingReportStatus.InExamination);
        }
        var report = (await SpendingReport.Find(tx, Id))!;
        if (WhyNotByCaller(report, hasFound) is { } forbidden)
            return forbidden;
        if (await ExcludedPersons.WhyRefused(tx, user, report.ProgrammeId, report.OfficeAgs) is { } excluded)
            return excluded;
        if (await ExaminationComplete.WhyRefused(tx, report) is { } incomplete)
            return incomplete;
        if (SampledReceipts.WhyNotAccepted(report, today) is { } outstanding)
            return outstanding;
        if (await InterimReportsFirst.WhyNotAccepted(tx, report) is { } interim)
            return interim;
        if (report.IsFinal && AllPaymentsSettled.WhyRefused(award) is { } open)
            return open;
        var statement = await Statement.Compute(tx, report, award);
        if (statement.Claim is { } claim && HeardBeforeClaim.WhyRefused(award, report.Hearing, claim, today) is { } unheard)
            return unheard;
        await tx.Execute(Freeze, new
        {
            Id,
            Status = statement.NotRecognised.Cents > 0 ? SpendingReportStatus.PartlyAccepted : SpendingReportStatus.Accepted,
            Result = StoredJson.Of(statement),
            statement.Entitlement,
        });
        await ReceiptImport.DiscardOpen(tx, Id);
        if (report.IsFinal && await Settle(tx, award, report, statement, today) is { } beyond)
            return beyond;
        var accepted = (await SpendingReport.Find(tx, Id))!;
        Audit.Append(tx, AuditAction.SpendingReportAccepted, Id, accepted.Version,
            new { accepted.Status, statement.Recognised, statement.NotRecognised, statement.Paid, statement.Entitlement, statement.Claim });
        return accepted;
    }

    static async Task<Problem?> Settle(Tx tx, Award award, SpendingReport report, Statement statement, DateOnly today)
    {
        await SettledAward.Begin(tx, award.Id);
        var reopened = await tx.OneOrNull<int?>(SelectReopened, new { report.Id }) is not null;
        var credited = reopened ? await ReexaminedClaims.Credit(tx, report.Id, statement.TooLittleLeft, today) : new Money(0);
        // Only a report that was reopened can come to more than the award's share was.
        var programme = (await Programme.Find(tx, award.ProgrammeId))!;
        if (Places.WhyBeyondBudget(programme, await CommittedShare.Change(tx, award.Id)) is { } beyond)
            return beyond;
        await CommittedShare.Book(tx, award.Id,
            new BusinessDocument(
                award.Id, award.Reference, award.ProgrammeId, award.Id, $"Rest of {award.Reference} that is not needed", today));
        if (statement.Claim is { Cents: > 0 } owed)
        {
            var claim = await RepaymentClaim.Claim(
                tx, tx.NewId(), KindOfReportClaim.Of(statement.NotRecognised), report.Id, award, owed, today);
            var letter = ReportClaimLetter.Of(award, report, statement, claim);
            await Letter.Create(tx, LetterKind.Claim, award, letter, today, claim.Id);
        }
        else if (reopened)
        {
            var letter = ReexaminationLetter.OfResult(award, report, statement, credited);
            await Letter.Create(tx, LetterKind.Reexamination, award, letter, today);
        }
        return null;
    }

    Problem? WhyNotByCaller(SpendingReport report, bool hasFound) =>
        hasFound || user.Is(report.ExaminedBy) || user.Is(report.FindingsBy) ? Problems.FourEyes.With(("earlier", ActedAs.Examiner))
        : user.Is(report.SubmittedBy) ? Problems.FourEyes.With(("earlier", ActedAs.Submitter))
        : null;

    const string SelectReopened =
        "select 1 where exists (select 1 from ReportReopening where SpendingReportId = @Id and Status = 'confirmed')";

    const string SelectOwnFinding = """
        select 1
        where exists (
                select 1
                from SpendingReport x join SpendingReport o on o.AwardId = x.AwardId join Receipt r on r.SpendingReportId = o.Id
                where x.Id = @Id and (o.Id = x.Id or x.Kind = 'final') and r.FoundBy = @Actor)
            or exists (select 1 from LiftedTolerance where SpendingReportId = @Id and FoundBy = @Actor)
        """;

    const string Accept = """
        update SpendingReport set Version = Version + 1, UpdatedAt = @At, Status = 'accepted', AcceptedBy = @Actor, AcceptedOn = @Today
        where Id = @Id and Version = @SeenVersion and Status = 'in-examination' and ExaminedBy <> @Actor and SubmittedBy <> @Actor
            and (FindingsBy is null or FindingsBy <> @Actor)
        """;

    const string Freeze = """
        update SpendingReport set Status = @Status, Result = @Result, EntitlementCents = @Entitlement where Id = @Id
        """;
}
