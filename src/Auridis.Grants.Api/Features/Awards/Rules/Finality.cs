using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// An award is active only when it is final (Bestandskraft): once its office has waived the remedies (Rechtsbehelfsverzicht), or on the day
/// after the period for remedies, which begins when its letter is announced, when none is open. A contract is final when both have signed
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
        var finalFrom = remedyEndsOn.AddDays(1);
        if (await tx.Execute(SetFinalFrom, new { Id = awardId, FinalFrom = finalFrom, tx.Author.At }) == 0)
            return;
        var award = (await Award.Find(tx, awardId))!;
        Audit.Append(tx, AuditAction.AwardAnnounced, awardId, award.Version, new { FinalFrom = finalFrom });
    }

    /// <summary>
    /// Why an accepted award cannot be activated today; null when it can. After an objection that was rejected it is final only after the
    /// period for an action against that (§ 74 (1) VwGO).
    /// </summary>
    public static async Task<Problem?> WhyRefused(Session session, Award award, DateOnly today)
    {
        if (award.FinalFrom is not { } finalFrom)
            return RemedyOfLegalForm.Of(award.Terms) == Remedy.None ? AwardProblems.NotCountersigned : LetterProblems.NotAnnounced;
        if (await PendingRemedy.WhyRefused(session, award.Id) is { } pending)
            return pending;
        if (await PendingRemedy.ActionEndsOn(session, award.Id) is { } lastDay && lastDay >= finalFrom)
            finalFrom = lastDay.AddDays(1);
        return finalFrom > today ? AwardProblems.NotFinal.With(("finalFrom", finalFrom), ("today", today)) : null;
    }

    /// <summary>What holds of an accepted award <c>x</c> that can be activated on <c>@Today</c>: the same in SQL.</summary>
    public const string Condition = """
        (x.FinalFrom <= @Today and not exists (
            select 1 from AwardRemedy r
            where r.AwardId = x.Id and (r.Status = 'open' or (r.Status = 'closed' and r.ActionEndsOn >= @Today))))
        """;

    const string SetFinalFrom = """
        update Award set FinalFrom = @FinalFrom, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Status in ('offered', 'accepted')
        """;
}
