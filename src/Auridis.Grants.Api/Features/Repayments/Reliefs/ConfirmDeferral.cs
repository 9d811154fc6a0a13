using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Confirms the deferral of a repayment claim.</summary>
/// <remarks>
/// Not by the person who proposed it. The claim is deferred: what is open of it is due on the new day, and overdue after it. A deferral
/// that ran until now has ended. The office gets a letter. Interest is not deferred: it runs to the day of payment, from the day from
/// which it ran before.
/// </remarks>
sealed class ConfirmDeferral(CurrentUser user, BusinessClock clock) : Change<Deferral>
{
    public override void Configure()
    {
        Post("/deferrals/{id:guid}/confirm");
        Policies(Can.RelieveClaims);
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ReliefProblems.ClaimNotOpen, ReliefProblems.DeferralTooShort);
    }

    protected override async Task<Outcome<Deferral>> Handle(Tx tx)
    {
        if (await Deferral.Find(tx, Id) is not { } proposed)
            return Problems.NotFound;
        if (user.Is(proposed.ProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (await ExcludedPersons.WhyRefused(tx, user, proposed.ProgrammeId, proposed.OfficeAgs) is { } excluded)
            return excluded;
        await Programme.Lock(tx, proposed.ProgrammeId);
        await AwardFunds.Lock(tx, proposed.AwardId);
        var claim = (await RepaymentClaim.Lock(tx, proposed.RepaymentClaimId))!;
        // One runs at a time: the one that ran until now ends first.
        if (await tx.OneOrNull<Running>(SelectRunning, new { ClaimId = claim.Id, Id }) is { } running)
            await Replace(tx, running, claim);
        if (!await ClaimRelief.Confirm(tx, Id, SeenVersion, user.Actor, clock.Today))
        {
            var now = (await Deferral.Find(tx, Id))!;
            return Problems.StaleOrWrongState(now.Version, SeenVersion, now.Status, DeferralStatus.Proposed);
        }
        if ((RelievableClaim.WhyRefused(claim) ?? DeferralPeriod.WhyRefused(claim, proposed.Until, clock.Today)) is { } refused)
            return refused;
        var deferred = await claim.Write(tx, claim.Standing with { DeferredUntil = proposed.Until }, ClaimStep.Deferral);
        await OverdueClaim.Forget(tx, claim.Id);
        Audit.Append(tx, AuditAction.DeferralConfirmed, Id, SeenVersion + 1, new { proposed.RepaymentClaimId, proposed.Until });
        Audit.Append(tx, AuditAction.RepaymentClaimDeferred, claim.Id, claim.Version, new { DeferredUntil = proposed.Until });
        var award = (await Award.Find(tx, claim.AwardId))!;
        await Letter.Create(
            tx, LetterKind.Deferral, award, DeferralLetter.Of(deferred, proposed, award.Terms), clock.Today, claim.Id);
        return (await Deferral.Find(tx, Id))!;
    }

    async Task Replace(Tx tx, Running running, RepaymentClaim claim)
    {
        await tx.Execute(EndRow, new { running.Id, clock.Today, tx.Author.At });
        Audit.Append(tx, AuditAction.DeferralEnded, running.Id, running.Version + 1, new { RepaymentClaimId = claim.Id });
    }

    const string SelectRunning = """
        select Id, Version from ClaimRelief
        where RepaymentClaimId = @ClaimId and Kind = 'deferral' and Status = 'confirmed' and Id <> @Id
        """;

    const string EndRow = """
        update ClaimRelief set Status = 'ended', EndedOn = @Today, Version = Version + 1, UpdatedAt = @At where Id = @Id
        """;

    sealed record Running
    {
        public required Guid Id { get; init; }
        public required int Version { get; init; }
    }
}
