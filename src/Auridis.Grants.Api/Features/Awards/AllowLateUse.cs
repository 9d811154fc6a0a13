using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Allows a site to have money unspent past its use-by date.</summary>
/// <remarks>
/// By a caseworker, with a reason: until the day that is given, requests for payment are not refused for that amount (funds-unused). It
/// replaces what was allowed before; 0.00 takes it back.
/// </remarks>
sealed class AllowLateUse(CurrentUser user) : Change<AllowLateUse.Request, Award>
{
    /// <param name="Amount">How much may be unspent past its use-by date.</param>
    /// <param name="EndsOn">The last day on which that holds.</param>
    /// <param name="Reason">Why, up to 2,000 characters.</param>
    public sealed record Request(Money Amount, DateOnly EndsOn, string Reason);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Amount).NotNegative();
            RuleFor(request => request.EndsOn).Day();
            RuleFor(request => request.Reason).Prose(2000);
        }
    }

    public override void Configure()
    {
        Post("/awards/{id:guid}/allow-late-use");
        Policies(Can.AllowLateUse);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Award>> Handle(Tx tx, Request request)
    {
        if (await Award.FindFor(tx, Id, user) is not { } award)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, award.ProgrammeId, award.OfficeAgs) is { } excluded)
            return excluded;
        var allowed = new { Id, SeenVersion, request.Amount, request.EndsOn, request.Reason, user.Actor, tx.Author.At };
        if (await tx.Execute(Allow, allowed) == 0)
            return await Award.WhyRefused(tx, Id, user, SeenVersion, AwardStatus.Active);
        Audit.Append(tx, AuditAction.AwardLateUseAllowed, Id, SeenVersion + 1,
            new { request.Amount, request.EndsOn, Reason = SaltedDigest.Of(request.Reason) });
        return (await Award.Find(tx, Id))!;
    }

    const string Allow = """
        update Award
        set LateUseCents = @Amount, LateUseEndsOn = @EndsOn, LateUseReason = @Reason, LateUseAllowedBy = @Actor, Version = Version + 1,
            UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'active'
        """;
}
