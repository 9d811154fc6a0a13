namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// An office mends a returned application within the programme's days, counted from the day after the return (§ 187 (1) BGB); a last day
/// that is no working day moves to the next one. A date that a caseworker sets stays as it is. After the last day nothing is mended, and
/// the application becomes ineligible.
/// </summary>
static class MendingPeriod
{
    public static DateOnly LastDay(DateOnly returnedOn, int days) => WorkingDays.OnOrAfter(returnedOn.AddDays(days));

    /// <summary>Why the office does not submit the mended application today; null when it may.</summary>
    public static Problem? WhyRefused(Mending mending, DateOnly today) => today > mending.MendBy
        ? ApplicationProblems.MendingDatePassed.With(("mendBy", mending.MendBy), ("today", today))
        : null;

    /// <summary>Makes an application ineligible that was not mended by the end of the day before: the system's own step.</summary>
    /// <returns>How many applications that was: none when it was mended, or expired already.</returns>
    public static async Task<int> Expire(Tx tx, Guid id, DateOnly today)
    {
        if (await tx.Execute(ExpireRow, new { Id = id, Today = today, tx.Author.At }) == 0)
            return 0;
        var version = await tx.One<int>("select Version from Application where Id = @Id", new { Id = id });
        Audit.Append(tx, AuditAction.ApplicationMendingExpired, id, version);
        return 1;
    }

    /// <summary>The applications whose time is over, the earliest first.</summary>
    public static Task<List<Guid>> Expired(Session session, DateOnly today, int most) =>
        session.Top<Guid>(ExpiredRows, new { Today = today, Take = most });

    /// <summary>A day in the past is none to mend by.</summary>
    public static Problem Past => Problems.InvalidAt(
        "MendBy", Bilingual.Of("The day must not be in the past.", "Der Tag darf nicht in der Vergangenheit liegen."));

    const string ExpireRow = """
        update Application set Status = 'ineligible', Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Status = 'returned' and MendingEndsOn < @Today
        """;

    const string ExpiredRows = """
        select Id from Application where Status = 'returned' and MendingEndsOn < @Today order by MendingEndsOn, Seq
        """;
}
