namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// The application window: from the beginning of its first day to the end of its last, Europe/Berlin. It ends on the day that is set,
/// also on a Sunday or a public holiday (§ 31 (3) VwVfG NRW). A programme is opened within it, takes applications only within it, and
/// is closed only after it, so that an applicant can rely on the deadline.
/// </summary>
static class ApplicationWindow
{
    /// <summary>Why the programme takes no application today; null when it takes them.</summary>
    public static Problem? WhyRefused(Programme programme, DateOnly today)
    {
        var (status, terms) = (programme.Status, programme.Terms);
        if (status != ProgrammeStatus.Draft && IsOver(terms, today))
            return ProgrammeProblems.DeadlinePassed.With(("closesOn", terms.ClosesOn), ("today", today));
        return status == ProgrammeStatus.Open && IsOpen(terms, today)
            ? null
            : ProgrammeProblems.ProgrammeNotOpen.With(
                ("programmeStatus", status), ("opensOn", terms.OpensOn), ("closesOn", terms.ClosesOn), ("today", today));
    }

    /// <summary>Why a programme with these terms cannot be opened today; null when it can.</summary>
    public static Problem? WhyNotOpened(ProgrammeTerms terms, DateOnly today) => IsOpen(terms, today)
        ? null
        : ProgrammeProblems.OutsideWindow.With(("opensOn", terms.OpensOn), ("closesOn", terms.ClosesOn), ("today", today));

    /// <summary>Why a programme with these terms cannot be closed today; null when it can.</summary>
    public static Problem? WhyNotClosed(ProgrammeTerms terms, DateOnly today) => IsOver(terms, today)
        ? null
        : ProgrammeProblems.DeadlineNotPassed.With(("closesOn", terms.ClosesOn), ("today", today));

    static bool IsOpen(ProgrammeTerms terms, DateOnly today) => today >= terms.OpensOn && !IsOver(terms, today);

    static bool IsOver(ProgrammeTerms terms, DateOnly today) => today > terms.ClosesOn;
}
