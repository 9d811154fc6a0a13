namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>Refuses money of the funder that was recorded by mistake.</summary>
/// <remarks>Also by the person who recorded it. The same booking can be recorded again.</remarks>
sealed class RefuseContribution(CurrentUser user) : Change<Reasoned, Contribution>
{
    public override void Configure()
    {
        Post("/contributions/{id:guid}/refuse");
        Policies(Can.RecordContributions);
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Contribution>> Handle(Tx tx, Reasoned request)
    {
        var refused = await tx.Execute(Refuse, new { Id, SeenVersion, request.Reason, user.Actor, tx.Author.At }) == 1;
        if (await Contribution.Find(tx, Id) is not { } contribution)
            return Problems.NotFound;
        if (!refused)
            return Problems.StaleOrWrongState(contribution.Version, SeenVersion, contribution.Status, ContributionStatus.Proposed);
        Audit.Append(tx, AuditAction.ContributionRefused, Id, contribution.Version, new { contribution.ProgrammeId });
        return contribution;
    }

    const string Refuse = """
        update Contribution
        set Status = 'refused', RefusalReason = @Reason, DecidedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed'
        """;
}
