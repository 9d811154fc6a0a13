using System.Text.Json;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Awards;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Ledger;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Repayments;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.SpendingReports;

/// <summary>Accepts the examination of a report: its result is frozen, and what was paid too much is claimed back.</summary>
sealed class AcceptSpendingReport : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/spending-reports/{id:guid}/accept", Handle)
        .RequireAuthorization(Policies.CanAcceptSpendingReports)
        .NeedsIfMatch()
        .MovesMoney()
        .Describe("acceptSpendingReport", "Accepts the examination of a report",
            "By a second person, once the examiner has recorded findings. The result is worked out and frozen; what was paid beyond the entitlement becomes a "
            + "repayment claim; what the site is entitled to and has not got can still be requested; the rest of the award is no longer committed. The report is "
            + "partly-accepted when something was not recognised. Not while payments of the award are open.")
        .Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState,
            SpendingReportProblems.ExaminationIncomplete, SpendingReportProblems.PaymentsOpen);

    static Task<Changed<SpendingReport>> Handle(Guid id, Change change, CurrentUser user, BusinessClock clock, TimeProvider time) =>
        change.Apply<SpendingReport>(async tx =>
        {
            if (await SpendingReport.Find(tx, id, user) is not { } found)
                return Problems.NotFound.With();
            // What never changes is read first, for the order of locks: the programme, the award, its report.
            var programmeId = (await Award.Find(tx, found.AwardId))!.ProgrammeId;
            await Places.Lock(tx, programmeId);
            await AwardFunds.Lock(tx, found.AwardId);
            var award = (await Award.Find(tx, found.AwardId))!;
            var today = clock.Today;
            if (await tx.Execute(Accept, new { id, change.Version, user.Actor, today }) == 0)
                return await SpendingReport.WhyRefused(tx, id, user, change.Version, ActedBefore(user), SpendingReportStatus.InExamination);
            var report = (await SpendingReport.Find(tx, id, user))!;
            var missing = await MissingFindings(tx, id, award);
            if (report.FindingsBy is null || missing > 0)
                return SpendingReportProblems.ExaminationIncomplete.With(("missing", missing));
            if (award.Drawn != award.Paid)
                return SpendingReportProblems.PaymentsOpen.With(("open", new Money(award.Drawn.Cents - award.Paid.Cents)));
            var statement = await Statement.Compute(tx, report, award);
            await tx.Execute(Freeze, new
            {
                id,
                Status = statement.NotRecognised.Cents > 0 ? SpendingReportStatus.PartlyAccepted : SpendingReportStatus.Accepted,
                Result = JsonSerializer.Serialize(statement, Json.Stored),
                EntitlementCents = statement.Entitlement.Cents,
            });
            await Settle(tx, id, award, statement, today, time);
            var accepted = await SpendingReport.Get(tx, id);
            Audit.Append(tx, "spending-report.accepted", id, accepted.Version,
                new { accepted.Status, statement.Recognised, statement.NotRecognised, statement.Paid, statement.Entitlement, statement.Claim });
            return accepted;
        });

    /// <summary>How many flagged receipts have no finding.</summary>
    static async Task<int> MissingFindings(Tx tx, Guid id, Award award) =>
        (await tx.List<Receipt.Row>(Receipt.Row.Select + " where r.SpendingReportId = @id and r.RecognisedCents is null", new { id }))
            .Count(receipt => receipt.ToReceipt(award).Flags.Count > 0);

    static async Task Settle(Tx tx, Guid id, Award award, Statement statement, DateOnly today, TimeProvider time)
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
            await RepaymentClaim.Claim(tx, Guid.CreateVersion7(time.GetUtcNow()), id, award.Id, $"{award.Number}-R1", statement.Claim, today);
    }

    static Func<SpendingReport.Row, Problem?> ActedBefore(CurrentUser user) => report =>
        user.Is(report.ExaminedBy) || user.Is(report.FindingsBy) ? Problems.FourEyes.With(("earlier", ActedAs.Examiner))
        : user.Is(report.SubmittedBy) ? Problems.FourEyes.With(("earlier", ActedAs.Submitter))
        : null;

    const string Accept = """
        update SpendingReport set Version = Version + 1, Status = 'accepted', AcceptedBy = @Actor, AcceptedOn = @today
        where Id = @id and Version = @Version and Status = 'in-examination' and ExaminedBy <> @Actor and SubmittedBy <> @Actor
            and (FindingsBy is null or FindingsBy <> @Actor)
        """;

    const string Freeze = "update SpendingReport set Status = @Status, Result = @Result, EntitlementCents = @EntitlementCents where Id = @id";
}
