using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Proposes to examine an accepted report anew.</summary>
/// <remarks>
/// After a remedy against what was decided on a report of the award was upheld, and not otherwise. It takes effect when a second person
/// confirms it. A report has one proposal at a time. An interim report is counted in the final one: where that is accepted, too, it is
/// reopened first.
/// </remarks>
sealed class ProposeReportReopening(CurrentUser user) : Creation<ProposeReportReopening.Request, ReportReopening>
{
    /// <param name="RemedyId">The remedy that was upheld.</param>
    /// <param name="Reason">What of the examination does not stand, and why: up to 2,000 characters; the letter says it.</param>
    public sealed record Request(Guid RemedyId, string Reason);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator() => RuleFor(request => request.Reason).Prose(2000);
    }

    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/reopenings");
        Policies(Can.AcceptSpendingReports);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.WrongState, ReportReopeningProblems.CountedInFinalReport,
            ReportReopeningProblems.RemedyNotUpheld, ReportReopeningProblems.RemedyOfEarlierResult, ReportReopeningProblems.Pending);
    }

    protected override string LocationOf(ReportReopening reopening) => $"/report-reopenings/{reopening.Id}";

    protected override async Task<Outcome<ReportReopening>> Handle(Tx tx, Request request)
    {
        if (await SpendingReport.FindFor(tx, Id, user) is not { } found)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, found.ProgrammeId, found.OfficeAgs) is { } excluded)
            return excluded;
        await AwardFunds.Lock(tx, found.AwardId);
        var report = (await SpendingReport.Find(tx, Id))!;
        if (await ReopenableReport.WhyRefused(tx, report) is { } final)
            return final;
        if (await UpheldRemedy.WhyRefused(tx, report, request.RemedyId) is { } unfounded)
            return unfounded;
        if (await tx.OneOrNull<Guid?>(SelectPending, new { Id }) is { } pending)
            return ReportReopeningProblems.Pending.With(("reportReopeningId", pending));
        var reopening = tx.NewId();
        await tx.Execute(Insert, new
        {
            ReopeningId = reopening,
            report.ProgrammeId,
            report.AwardId,
            Id,
            request.RemedyId,
            report.OfficeAgs,
            request.Reason,
            user.Actor,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.ReportReopeningProposed, reopening, 1, new { SpendingReportId = Id, request.RemedyId });
        return (await ReportReopening.Find(tx, reopening))!;
    }

    const string SelectPending = "select Id from ReportReopening where SpendingReportId = @Id and Status = 'proposed'";

    const string Insert = """
        insert into ReportReopening (Id, Version, ProgrammeId, AwardId, SpendingReportId, RemedyId, OfficeAgs, Status, Reason, ProposedBy,
            CreatedAt, UpdatedAt)
        values (@ReopeningId, 1, @ProgrammeId, @AwardId, @Id, @RemedyId, @OfficeAgs, 'proposed', @Reason, @Actor, @At, @At)
        """;
}
