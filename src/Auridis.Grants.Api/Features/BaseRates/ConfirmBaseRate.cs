namespace Auridis.Grants.Api.Features.BaseRates;

/// <summary>Confirms a base rate.</summary>
/// <remarks>
/// By finance, and not by the person who entered it. From now on interest is reckoned with it. One that was confirmed for the same day is
/// replaced.
/// </remarks>
sealed class ConfirmBaseRate(CurrentUser user) : Change<BaseRate>
{
    public override void Configure()
    {
        Post("/base-rates/{id:guid}/confirm");
        Policies(Can.ConfirmBaseRates);
        Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState, BaseRateProblems.RateUsed);
    }

    protected override async Task<Outcome<BaseRate>> Handle(Tx tx)
    {
        if (await BaseRate.Find(tx, Id) is not { } proposed)
            return Problems.NotFound;
        if (user.Is(proposed.ProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        await tx.Execute(Count);
        var earlier = await tx.OneOrNull<BaseRate>(SelectEarlier, new { Id, proposed.ValidFrom });
        // The day has one confirmed rate at any moment: the earlier one makes room first.
        if (earlier is not null)
            await tx.Execute(Replace, new { EarlierId = earlier.Id, tx.Author.At });
        if (await tx.Execute(Confirm, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
            return await BaseRate.WhyRefused(tx, Id, SeenVersion);
        if (await UnusedDays.WhyRefused(tx, proposed.ValidFrom) is { } used)
            return used;
        if (earlier is not null)
            Audit.Append(tx, AuditAction.BaseRateReplaced, earlier.Id, earlier.Version + 1, new { Successor = Id });
        Audit.Append(tx, AuditAction.BaseRateConfirmed, Id, SeenVersion + 1, new { proposed.ValidFrom, proposed.Percent });
        return (await BaseRate.Find(tx, Id))!;
    }

    const string Count = "update BaseRateHead set Confirmed = Confirmed + 1";

    const string SelectEarlier = BaseRate.Select + " where ValidFrom = @ValidFrom and Status = 'confirmed' and Id <> @Id";

    const string Replace = "update BaseRate set Status = 'replaced', Version = Version + 1, UpdatedAt = @At where Id = @EarlierId";

    const string Confirm = """
        update BaseRate set Status = 'confirmed', DecidedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed' and ProposedBy <> @Actor
        """;
}
