namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// The application window of all offices is extended by two people, only to a later day, only while it is open, and to a day before the
/// funding period: an applicant who kept the deadline loses nothing but the lead.
/// </summary>
static class WindowExtension
{
    /// <summary>What <see cref="WhyRefused"/> can answer, in this order.</summary>
    public static readonly Problem[] Refusals =
    [
        Problems.WrongState, ProgrammeProblems.DeadlinePassed, ProgrammeProblems.ExtensionEarlier, ProgrammeProblems.ExtensionBeyondFunding,
    ];

    /// <summary>Why the window is not extended to this day; null when it can be.</summary>
    public static Problem? WhyRefused(Programme programme, DateOnly closesOn, DateOnly today)
    {
        var terms = programme.Terms;
        if (programme.Status != ProgrammeStatus.Open)
            return Problems.WrongState.With(("actual", programme.Status), ("expected", ProgrammeStatus.Open));
        if (today > terms.ClosesOn)
            return ProgrammeProblems.DeadlinePassed.With(("closesOn", terms.ClosesOn), ("today", today));
        if (closesOn <= terms.ClosesOn)
            return ProgrammeProblems.ExtensionEarlier.With(("endsOn", terms.ClosesOn), ("wantedOn", closesOn));
        return closesOn >= terms.FundingStartsOn
            ? ProgrammeProblems.ExtensionBeyondFunding.With(("fundingStartsOn", terms.FundingStartsOn), ("wantedOn", closesOn))
            : null;
    }
}
