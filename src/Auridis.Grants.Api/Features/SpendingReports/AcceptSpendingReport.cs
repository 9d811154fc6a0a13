using System.Text.Json;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Accepts the examination of a report.</summary>
/// <remarks>
/// By a second person, once the examiner has recorded findings. The result is worked out and frozen; what was paid beyond the
/// entitlement becomes a repayment claim; what the site is entitled to and has not got can still be requested; the rest of the award is
/// no longer committed. The report is partly-accepted when something was not recognised. Not while payments of the award are open.
/// </remarks>
sealed class AcceptSpendingReport(CurrentUser user, BusinessClock clock) : Change<SpendingReport>
{
    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/accept");
        Policies(Can.AcceptSpendingReports);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState,
            SpendingReportProblems.ExaminationIncomplete, SpendingReportProblems.PaymentsOpen);
    }

    protected override async Task<Outcome<SpendingReport>> Handle(Tx tx)
    {
        if (await SpendingReport.Find(tx, Id, user) is not { } found)
            return Problems.NotFound;
        // What never changes is read first, for the order of locks: the programme, the award, its report.
        var programmeId = (await Award.Find(tx, found.AwardId))!.ProgrammeId;
        await Programme.Lock(tx, programmeId);
        await AwardFunds.Lock(tx, found.AwardId);
        var award = (await Award.Find(tx, found.AwardId))!;
        var today = clock.Today;
        if (await tx.Execute(Accept, new { Id, SeenVersion, user.Actor, Today = today }) == 0)
            return await SpendingReport.WhyRefused(tx, Id, user, SeenVersion, ActedBefore(user), SpendingReportStatus.InExamination);
        var report = (await SpendingReport.Find(tx, Id, user))!;
        var missing = await MissingFindings(tx, Id, award);
        if (report.FindingsBy is null || missing > 0)
            return SpendingReportProblems.ExaminationIncomplete.With(("missing", missing));
        if (award.Drawn != award.Paid)
            return SpendingReportProblems.PaymentsOpen.With(("open", new Money(award.Drawn.Cents - award.Paid.Cents)));
        var statement = await Statement.Compute(tx, report, award);
        await tx.Execute(Freeze, new
        {
            Id,
            Status = statement.NotRecognised.Cents > 0 ? SpendingReportStatus.PartlyAccepted : SpendingReportStatus.Accepted,
            Result = StoredJson.Of(statement),
            EntitlementCents = statement.Entitlement.Cents,
        });
        await Settle(tx, award, statement, today);
        var accepted = await SpendingReport.Get(tx, Id);
        Audit.Append(tx, "spending-report.accepted", Id, accepted.Version,
            new { accepted.Status, statement.Recognised, statement.NotRecognised, statement.Paid, statement.Entitlement, statement.Claim });
        return accepted;
    }

    /// <summary>How many flagged receipts have no finding.</summary>
    static async Task<int> MissingFindings(Tx tx, Guid Id, Award award) =>
        (await tx.All<Receipt.Row>(Receipt.Row.Select + " where r.SpendingReportId = @Id and r.RecognisedCents is null", new { Id }))
            .Count(receipt => receipt.ToReceipt(award).Flags.Count > 0);

    async Task Settle(Tx tx, Award award, Statement statement, DateOnly today)
    {
        // What the site has got and what it may still draw stay committed: the holdback is paid after the report.
        var notNeeded = award.Amount.Cents - Math.Max(statement.Paid.Cents, statement.Entitlement.Cents);
        if (notNeeded > 0)
        {
            await Places.ReleaseMoney(tx, award.ProgrammeId, new Money(notNeeded));
            Journal.Post(tx, PostingMatrix.CommitmentRelease, new Money(notNeeded),
                new BusinessDocument(award.Id, award.Number, award.Id, $"Rest of {award.Number} that is not needed", today));
        }
        if (statement.Claim.Cents > 0)
            await RepaymentClaim.Claim(tx, tx.NewId(), Id, award.Id, ClaimReference.Of(award.Number), statement.Claim, today);
    }

    static Func<SpendingReport.Row, Problem?> ActedBefore(CurrentUser user) => report =>
        user.Is(report.ExaminedBy) || user.Is(report.FindingsBy) ? Problems.FourEyes.With(("earlier", ActedAs.Examiner))
        : user.Is(report.SubmittedBy) ? Problems.FourEyes.With(("earlier", ActedAs.Submitter))
        : null;

    const string Accept = """
        update SpendingReport set Version = Version + 1, Status = 'accepted', AcceptedBy = @Actor, AcceptedOn = @Today
        where Id = @Id and Version = @SeenVersion and Status = 'in-examination' and ExaminedBy <> @Actor and SubmittedBy <> @Actor
            and (FindingsBy is null or FindingsBy <> @Actor)
        """;

    const string Freeze = "update SpendingReport set Status = @Status, Result = @Result, EntitlementCents = @EntitlementCents where Id = @Id";
}
