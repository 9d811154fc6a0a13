namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// The application window: from the beginning of its first day to the end of its last, Europe/Berlin. It ends on the day that is set,
/// also on a Sunday or a public holiday (§ 31 (3) VwVfG NRW). A programme is opened until it ends, takes applications only within it, from
/// a late office also after it, and is closed by the clock when it is over.
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

    /// <summary>The open programmes whose window is over, the earliest first.</summary>
    public static Task<List<Guid>> Over(Session session, DateOnly today, int most) =>
        session.Top<Guid>(OverRows, new { Today = today, Take = most });

    /// <summary>Closes a programme whose window is over: the system's own step.</summary>
    /// <returns>How many programmes that was: none when it was closed, extended or cancelled.</returns>
    public static async Task<int> Close(Tx tx, Guid id, DateOnly today)
    {
        if (await tx.Execute(CloseRow, new { Id = id, Today = today, tx.Author.At }) == 0)
            return 0;
        var version = await tx.One<int>("select Version from Programme where Id = @Id", new { Id = id });
        Audit.Append(tx, AuditAction.ProgrammeClosed, id, version);
        return 1;
    }

    static bool IsOver(ProgrammeTerms terms, DateOnly today) => today > terms.ClosesOn;

    /// <summary>Whether a caseworker lets the office apply after the end of the window.</summary>
    static bool IsExcepted(Programme programme, string officeAgs, DateOnly today) =>
        programme.Status is ProgrammeStatus.Open or ProgrammeStatus.Closed && today >= programme.Terms.OpensOn
        && programme.LateExceptions.Any(exception => exception.OfficeAgs == officeAgs && today <= exception.Until);

    const string CloseRow = """
        update Programme set Status = 'closed', Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Status = 'open' and ClosesOn < @Today
        """;

    const string OverRows = "select Id from Programme where Status = 'open' and ClosesOn < @Today order by ClosesOn, Seq";
}
