using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Closes what an office has told of its award.</summary>
/// <remarks>When no amendment follows from it, with the reason, which the office reads.</remarks>
sealed class CloseNotice(CurrentUser user, BusinessClock clock) : Change<Reasoned, AwardNotice>
{
    public override void Configure()
    {
        Post("/notices/{id:guid}/close");
        Policies(Can.CloseNotices);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<AwardNotice>> Handle(Tx tx, Reasoned request)
    {
        if (await AwardNotice.Find(tx, Id) is not { } seen)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, seen.ProgrammeId, seen.OfficeAgs) is { } excluded)
            return excluded;
        await AwardFunds.Lock(tx, seen.AwardId);
        var closed = await tx.Execute(Close, new { Id, SeenVersion, request.Reason, user.Actor, clock.Today, tx.Author.At }) == 1;
        var notice = (await AwardNotice.Find(tx, Id))!;
        if (!closed)
            return Problems.StaleOrWrongState(notice.Version, SeenVersion, notice.Status, NoticeStatus.Open);
        Audit.Append(tx, AuditAction.NoticeClosed, Id, notice.Version, new { notice.AwardId });
        return notice;
    }

    const string Close = """
        update AwardNotice
        set Status = 'closed', CloseReason = @Reason, ClosedBy = @Actor, ClosedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'open'
        """;
}
