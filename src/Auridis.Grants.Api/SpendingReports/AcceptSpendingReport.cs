using System.Text.Json;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Awards;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Ledger;
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
            "By a second person. The result is worked out and frozen; what was paid beyond the entitlement becomes a repayment claim, and what was awarded and "
            + "never drawn is no longer committed. The report is partly-accepted when something was not recognised. Not while payments of the award are open.")
        .Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState, SpendingReportProblems.PaymentsOpen);

    static Task<Changed<SpendingReport>> Handle(Guid id, Change change, CurrentUser user, BusinessClock clock, TimeProvider time) =>
        change.Apply<SpendingReport>(async tx =>
        {
            if (await SpendingReport.Find(tx, id, user) is not { } found)
                return Problems.NotFound.With();
            // Read only for its award, which never changes: the award comes before its report in the order of locks.
            await AwardFunds.Lock(tx, found.AwardId);
            var award = (await Award.Find(tx, found.AwardId))!;
            var today = clock.Today;
            if (await tx.Execute(Accept, new { id, change.Version, user.Actor, today }) == 0)
                return await SpendingReport.WhyRefused(tx, id, user, change.Version, ActedBefore(user), SpendingReportStatus.InExamination);
            if (award.Drawn != award.Paid)
                return SpendingReportProblems.PaymentsOpen.With(("open", new Money(award.Drawn.Cents - award.Paid.Cents)));
            var statement = await Statement.Compute(tx, (await SpendingReport.Find(tx, id, user))!, award);
            await tx.Execute(Freeze, new
            {
                id,
                Status = statement.NotRecognised.Cents > 0 ? SpendingReportStatus.PartlyAccepted : SpendingReportStatus.Accepted,
                Result = JsonSerializer.Serialize(statement, Json.Stored),
            });
            await Settle(tx, id, award, statement, today, time);
            var report = await SpendingReport.Get(tx, id);
            Audit.Append(tx, "spending-report.accepted", id, report.Version,
                new { report.Status, statement.Recognised, statement.NotRecognised, statement.Paid, statement.Entitlement, statement.Claim });
            return report;
        });

    static async Task Settle(Tx tx, Guid id, Award award, Statement statement, DateOnly today, TimeProvider time)
    {
        var undrawn = award.Amount.Cents - award.Paid.Cents;
        if (undrawn > 0)
        {
            Journal.Post(tx, PostingMatrix.CommitmentRelease, new Money(undrawn),
                new BusinessDocument(award.Id, award.Number, award.Id, $"Rest of {award.Number} that was not drawn", today));
        }
        if (statement.Claim.Cents > 0)
            await RepaymentClaim.Claim(tx, Guid.CreateVersion7(time.GetUtcNow()), id, award.Id, $"{award.Number}-R1", statement.Claim, today);
    }

    static Func<SpendingReport.Row, Problem?> ActedBefore(CurrentUser user) => report =>
        user.Is(report.ExaminedBy) ? Problems.FourEyes.With(("earlier", "examiner"))
        : user.Is(report.SubmittedBy) ? Problems.FourEyes.With(("earlier", "submitter"))
        : null;

    const string Accept = """
        update SpendingReport set Version = Version + 1, Status = 'accepted', AcceptedBy = @Actor, AcceptedOn = @today
        where Id = @id and Version = @Version and Status = 'in-examination' and ExaminedBy <> @Actor and SubmittedBy <> @Actor
        """;

    const string Freeze = "update SpendingReport set Status = @Status, Result = @Result where Id = @id";
}
