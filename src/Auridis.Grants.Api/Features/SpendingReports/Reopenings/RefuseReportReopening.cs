using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Refuses to examine a report anew.</summary>
/// <remarks>Also by the person who proposed it. What the report came to stands; another reopening can be proposed.</remarks>
sealed class RefuseReportReopening(CurrentUser user, BusinessClock clock) : Change<Reasoned, ReportReopening>
{
    public override void Configure()
    {
        Post("/report-reopenings/{id:guid}/refuse");
        Policies(Can.AcceptSpendingReports);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<ReportReopening>> Handle(Tx tx, Reasoned request)
    {
        if (await ReportReopening.FindFor(tx, Id, user) is not { } proposed)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, proposed.ProgrammeId, proposed.OfficeAgs) is { } excluded)
            return excluded;
        if (await tx.Execute(Refuse, new { Id, SeenVersion, request.Reason, user.Actor, clock.Today, tx.Author.At }) == 0)
        {
            var now = (await ReportReopening.Find(tx, Id))!;
            return Problems.StaleOrWrongState(now.Version, SeenVersion, now.Status, ReportReopeningStatus.Proposed);
        }
        Audit.Append(tx, AuditAction.ReportReopeningRefused, Id, SeenVersion + 1, new { proposed.SpendingReportId });
        return (await ReportReopening.Find(tx, Id))!;
    }

    const string Refuse = """
        update ReportReopening
        set Status = 'refused', RefusalReason = @Reason, DecidedBy = @Actor, DecidedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed'
        """;
}
