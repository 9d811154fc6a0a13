namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// The application window: from the beginning of its first day to the end of its last, Europe/Berlin. It ends on the day that is set,
/// also on a Sunday or a public holiday (§ 31 (3) VwVfG NRW). A programme is opened until it ends, takes applications only within it, from
/// a late office also after it, and is closed only after it, so that an applicant can rely on the deadline.
/// </summary>
static class ApplicationWindow
{
    /// <summary>What <see cref="WhyRefused"/> can answer, in this order.</summary>
    public static readonly Problem[] Refusals =
        [ProgrammeProblems.Cancelled, ProgrammeProblems.DeadlinePassed, ProgrammeProblems.ProgrammeNotOpen];

    /// <summary>Why the programme takes no application of this office today; null when it takes one.</summary>
    public static Problem? WhyRefused(Programme programme, string officeAgs, DateOnly today)
    {
        var (status, terms) = (programme.Status, programme.Terms);
        if (CancelledProgramme.WhyRefused(programme) is { } cancelled)
            return cancelled;
        if (IsExcepted(programme, officeAgs, today))
            return null;
        if (status != ProgrammeStatus.Draft && IsOver(terms, today))
            return ProgrammeProblems.DeadlinePassed.With(("closesOn", terms.ClosesOn), ("today", today));
        return status == ProgrammeStatus.Open && today >= terms.OpensOn
            ? null
            : ProgrammeProblems.ProgrammeNotOpen.With(
                ("programmeStatus", status), ("opensOn", terms.OpensOn), ("closesOn", terms.ClosesOn), ("today", today));
    }

    /// <summary>Why a programme with these terms cannot be opened today; null when it can.</summary>
    public static Problem? WhyNotOpened(ProgrammeTerms terms, DateOnly today) => IsOver(terms, today)
        ? ProgrammeProblems.WindowOver.With(("closesOn", terms.ClosesOn), ("today", today))
        : null;

    /// <summary>Why a programme with these terms cannot be closed today; null when it can.</summary>
    public static Problem? WhyNotClosed(ProgrammeTerms terms, DateOnly today) => IsOver(terms, today)
        ? null
        : ProgrammeProblems.DeadlineNotPassed.With(("closesOn", terms.ClosesOn), ("today", today));

    static bool IsOver(ProgrammeTerms terms, DateOnly today) => today > terms.ClosesOn;

    /// <summary>Whether a caseworker lets the office apply after the end of the window.</summary>
    static bool IsExcepted(Programme programme, string officeAgs, DateOnly today) =>
        programme.Status is ProgrammeStatus.Open or ProgrammeStatus.Closed && today >= programme.Terms.OpensOn
        && programme.LateExceptions.Any(exception => exception.OfficeAgs == officeAgs && today <= exception.Until);
}
