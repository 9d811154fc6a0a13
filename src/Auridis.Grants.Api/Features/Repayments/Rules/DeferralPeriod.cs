using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// A deferral runs to a working day (§ 193 BGB, § 31 (3) SGB X and VwVfG) after today, after the day that the claim is due, and after that
/// of a deferral that it takes the place of. It ends after that day, or earlier by a person: then the claim is due again as it was.
/// </summary>
static class DeferralPeriod
{
    /// <summary>The last day of a deferral to this day.</summary>
    public static DateOnly LastDay(DateOnly until) => WorkingDays.OnOrAfter(until);

    /// <summary>Why a claim is not deferred to this day; null when it can be.</summary>
    public static Problem? WhyRefused(RepaymentClaim claim, DateOnly until, DateOnly today)
    {
        var dueOn = claim.DeferredUntil ?? claim.DueOn;
        return until <= today || until <= dueOn
            ? ReliefProblems.DeferralTooShort.With(("until", until), ("dueOn", dueOn), ("today", today))
            : null;
    }

    /// <summary>
    /// The last day on which the site paid in time: that on which the claim is due, or the last one of a deferral that was granted by
    /// then. One that is granted later gives time, and does not undo that the day was missed.
    /// </summary>
    public static async Task<DateOnly> LastDayInTime(Session session, RepaymentClaim claim)
    {
        var last = claim.DueOn;
        foreach (var deferral in await session.All<Deferral>(SelectGranted, new { claim.Id }))
        {
            var until = deferral.EndedOn < deferral.Until ? deferral.EndedOn.Value : deferral.Until;
            if (deferral.DecidedOn <= last && until > last)
                last = until;
        }
        return last;
    }

    /// <summary>The deferrals whose last day has passed, the earliest first.</summary>
    public static Task<List<Guid>> Over(Session session, DateOnly today, int most) =>
        session.Top<Guid>(OverRows, new { Today = today, Take = most });

    /// <summary>Ends a deferral after its last day: the system's own step.</summary>
    /// <returns>How many deferrals that was: none when it has ended already.</returns>
    public static async Task<int> Expire(Tx tx, Guid id, DateOnly today)
    {
        if (await Deferral.Find(tx, id) is not { } running)
            return 0;
        // Whoever ends a deferral holds its programme: from here on it stands as it is read.
        await Programme.Lock(tx, running.ProgrammeId);
        var deferral = (await Deferral.Find(tx, id))!;
        if (deferral.Status != DeferralStatus.Confirmed || deferral.Until >= today)
            return 0;
        await AwardFunds.Lock(tx, deferral.AwardId);
        var claim = (await RepaymentClaim.Lock(tx, deferral.RepaymentClaimId))!;
        await tx.Execute(ExpireRow, new { Id = id, EndedOn = deferral.Until.AddDays(1), tx.Author.At });
        Audit.Append(tx, AuditAction.DeferralEnded, id, deferral.Version + 1, new { deferral.RepaymentClaimId });
        await Lift(tx, claim);
        return 1;
    }

    /// <summary>The claim is due again as it was. The caller holds it, and has ended its deferral.</summary>
    public static async Task<RepaymentClaim> Lift(Tx tx, RepaymentClaim claim)
    {
        var now = await claim.Write(tx, claim.Standing with { DeferredUntil = null }, ClaimStep.Deferral);
        Audit.Append(tx, AuditAction.RepaymentClaimDeferralEnded, claim.Id, claim.Version, new { now.Status, now.Open });
        return now;
    }

    const string SelectGranted =
        Deferral.Select + " and RepaymentClaimId = @Id and Status in ('confirmed', 'ended') order by DecidedOn, Seq";

    const string OverRows = """
        select Id from ClaimRelief where Kind = 'deferral' and Status = 'confirmed' and Until < @Today order by Until, Seq
        """;

    const string ExpireRow = """
        update ClaimRelief set Status = 'ended', EndedOn = @EndedOn, Version = Version + 1, UpdatedAt = @At where Id = @Id
        """;
}
