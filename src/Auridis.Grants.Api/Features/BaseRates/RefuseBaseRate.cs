namespace Auridis.Grants.Api.Features.BaseRates;

/// <summary>Refuses a base rate that was entered by mistake.</summary>
/// <remarks>Also by the person who entered it. It never holds; another can be entered.</remarks>
sealed class RefuseBaseRate(CurrentUser user) : Change<Reasoned, BaseRate>
{
    public override void Configure()
    {
        Post("/base-rates/{id:guid}/refuse");
        Policies(Can.RefuseBaseRates);
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<BaseRate>> Handle(Tx tx, Reasoned request)
    {
        if (await tx.Execute(Refuse, new { Id, SeenVersion, request.Reason, user.Actor, tx.Author.At }) == 0)
            return await BaseRate.WhyRefused(tx, Id, SeenVersion);
        Audit.Append(tx, AuditAction.BaseRateRefused, Id, SeenVersion + 1, new { Reason = SaltedDigest.Of(request.Reason) });
        return (await BaseRate.Find(tx, Id))!;
    }

    const string Refuse = """
        update BaseRate
        set Status = 'refused', RefusalReason = @Reason, DecidedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed'
        """;
}
