using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Replies to the hearing on what is to be claimed back.</summary>
/// <remarks>
/// By the office itself; by the examiner where its reply has come in another way. From then on nothing more is waited for. A later reply
/// replaces the one before, as long as the report is examined.
/// </remarks>
sealed class ReplyToHearing(CurrentUser user, BusinessClock clock) : Change<ReplyToHearing.Request, SpendingReport>
{
    /// <param name="Reply">What the office says, up to 5,000 characters.</param>
    public sealed record Request(string Reply);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator() => RuleFor(request => request.Reply).Prose(5_000);
    }

    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/hearing/reply");
        Policies(Can.ReplyToHearings);
        Refuses(
            Problems.NotFound, SpendingReportProblems.NotTheExaminer, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion,
            Problems.WrongState, SpendingReportProblems.HearingMissing);
    }

    protected override async Task<Outcome<SpendingReport>> Handle(Tx tx, Request request)
    {
        if (await tx.Execute(Touch, new { Id, SeenVersion, user.Actor, user.Office, tx.Author.At }) == 0)
            return await WhyRefused(tx);
        var report = (await SpendingReport.Find(tx, Id))!;
        if (!user.ActsFor(report.OfficeAgs)
            && await ExcludedPersons.WhyRefused(tx, user, report.ProgrammeId, report.OfficeAgs) is { } excluded)
        {
            return excluded;
        }
        if (report.Hearing is null)
            return SpendingReportProblems.HearingMissing;
        var hearing = report.Hearing with { Reply = request.Reply, RepliedOn = clock.Today };
        await tx.Execute(Record, new { Id, Hearing = StoredJson.Of(hearing), hearing.OverOn });
        Audit.Append(tx, AuditAction.SpendingReportHearingReplied, Id, report.Version, new { hearing.RepliedOn });
        return (await SpendingReport.Find(tx, Id))!;
    }

    async Task<Problem> WhyRefused(Tx tx) => await SpendingReport.FindFor(tx, Id, user) is { } report && user.ActsFor(report.OfficeAgs)
        ? await SpendingReport.WhyRefused(tx, Id, user, SeenVersion, _ => null, SpendingReportStatus.InExamination)
        : await SpendingReport.WhyNotExamined(
            tx, Id, user, SeenVersion, SpendingReport.OnlyItsExaminer(user), SpendingReportStatus.InExamination);

    const string Touch = """
        update SpendingReport set Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'in-examination' and (OfficeAgs = @Office or ExaminedBy = @Actor)
        """;

    const string Record = "update SpendingReport set Hearing = @Hearing, HearingOverOn = @OverOn where Id = @Id";
}
