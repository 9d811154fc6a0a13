using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// An award is active only when it is final (Bestandskraft): once its office has waived the remedies (Rechtsbehelfsverzicht), or on the day
/// after the period for remedies, which begins when its letter is announced. What was filed keeps it from that until it is closed, and an
/// objection that was rejected until the period for an action is over as well (§ 74 (1) VwGO). A contract is final when both have signed
/// it.
/// </summary>
static class Finality
{
    /// <summary>
    /// The letter that offers the award is announced, or was announced later than thought. One that is active, or was declined, stays as it
    /// is.
    /// </summary>
    /// <param name="remedyEndsOn">The last day of the period for remedies.</param>
    public static async Task Announced(Tx tx, Guid awardId, DateOnly remedyEndsOn)
    {
        if (await tx.Execute(SetPeriod, new { Id = awardId, RemedyEndsOn = remedyEndsOn, tx.Author.At }) == 0)
            return;
        var finalFrom = await Keep(tx, awardId);
        Audit.Append(tx, AuditAction.AwardAnnounced, awardId, (await Award.Find(tx, awardId))!.Version, new { FinalFrom = finalFrom });
    }

    /// <summary>
    /// Reckons anew from when the award is final, after its letter was announced, or something filed, closed or struck. One that is active,
    /// or was declined, stays as it is. The caller holds it.
    /// </summary>
    /// <returns>The day; null while it is not known.</returns>
    public static async Task<DateOnly?> Keep(Tx tx, Guid awardId)
    {
        var award = (await Award.Find(tx, awardId))!;
        if (award.Status is not (AwardStatus.Offered or AwardStatus.Accepted))
            return award.FinalFrom;
        var finalFrom = award.RemedyEndsOn is { } lastDay && await PendingRemedy.WhyRefused(tx, awardId) is null
            ? Later(lastDay.AddDays(1), await PendingRemedy.OverFrom(tx, awardId))
            : (DateOnly?)null;
        await tx.Execute(SetFinalFrom, new { Id = awardId, FinalFrom = finalFrom });
        return finalFrom;
    }

    /// <summary>Why an accepted award cannot be activated today; null when it can.</summary>
    public static async Task<Problem?> WhyRefused(Session session, Award award, DateOnly today)
    {
        if (award.RemedyEndsOn is null)
            return RemedyOfLegalForm.Of(award.Terms) == Remedy.None ? AwardProblems.NotCountersigned : LetterProblems.NotAnnounced;
        if (await PendingRemedy.WhyRefused(session, award.Id) is { } pending)
            return pending;
        return award.FinalFrom!.Value is var finalFrom && finalFrom > today
            ? AwardProblems.NotFinal.With(("finalFrom", finalFrom), ("today", today))
            : null;
    }

    /// <summary>
    /// What holds of an accepted award <c>x</c> that can be activated on <c>@Today</c>: the same in SQL. An index holds those that have a
    /// day.
    /// </summary>
    public const string Condition = "x.FinalFrom is not null and x.FinalFrom <= @Today";

    static DateOnly Later(DateOnly one, DateOnly? other) => other is { } day && day > one ? day : one;

    const string SetPeriod = """
        update Award set RemedyEndsOn = @RemedyEndsOn, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Status in ('offered', 'accepted')
        """;

    const string SetFinalFrom = "update Award set FinalFrom = @FinalFrom where Id = @Id";
}
