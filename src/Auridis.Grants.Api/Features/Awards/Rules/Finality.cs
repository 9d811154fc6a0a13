namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// An award is active only when it is final (Bestandskraft): once its office has waived the remedies (Rechtsbehelfsverzicht), or once the
/// remedy period is over.
/// </summary>
static class Finality
{
    /// <summary>From when an award is final that is accepted today.</summary>
    public static DateOnly From(DateOnly today, bool remediesWaived, int remedyDays) =>
        remediesWaived ? today : RemedyPeriod.FinalFrom(today, remedyDays);

    /// <summary>Why an award cannot be activated today; null when it can.</summary>
    public static Problem? WhyRefused(DateOnly? finalFrom, DateOnly today) => finalFrom > today
        ? AwardProblems.NotFinal.With(("finalFrom", finalFrom), ("today", today))
        : null;
}
