using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// An office mends a returned application within the programme's days, counted from the day after the return (§ 187 (1) BGB); a last day
/// that is no working day moves to the next one. A date that a caseworker sets stays as it is. After the last day nothing is mended, and
/// the application becomes ineligible.
/// </summary>
static class MendingPeriod
{
    public static DateOnly LastDay(DateOnly returnedOn, int days) => Periods.DaysAfter(returnedOn, days);

    /// <summary>Why the office does not submit the mended application today; null when it may.</summary>
    public static Problem? WhyRefused(Mending mending, DateOnly today) => today > mending.MendBy
        ? ApplicationProblems.MendingDatePassed.With(("mendBy", mending.MendBy), ("today", today))
        : null;

    /// <summary>
    /// Makes an application ineligible that was not mended by the end of the day before, as it was submitted, and
    /// makes its letter: the system's own step.
    /// </summary>
    /// <returns>How many applications that was: none when it was mended, or expired already, or its programme is cancelled.</returns>
    public static async Task<int> Expire(Tx tx, Guid id, DateOnly today)
    {
        if (await Application.Lock(tx, id) is not { } returned
            || await CancelledProgramme.WhyRefused(tx, returned.ProgrammeId) is not null
            || await tx.Execute(ExpireRow, new { Id = id, Today = today, tx.Author.At }) == 0)
            return 0;
        var application = await (await Application.Find(tx, id))!.Restore(tx);
        var terms = (await Programme.Find(tx, application.ProgrammeId))!.Terms;
        await Letter.Create(tx, LetterKind.Ineligible, id, terms, IneligibleLetter.AfterMendingDate(application, terms), today);
        Audit.Append(tx, AuditAction.ApplicationMendingExpired, id, application.Version);
        return 1;
    }

    /// <summary>The applications whose time is over, the earliest first.</summary>
    public static Task<List<Guid>> Expired(Session session, DateOnly today, int most) =>
        session.Top<Guid>(ExpiredRows, new { Today = today, Take = most });

    /// <summary>A day in the past is none to mend by.</summary>
    public static Problem Past => Problems.InPast("MendBy");

    const string ExpireRow = """
        update Application set Status = 'ineligible', Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Status = 'returned' and MendingEndsOn < @Today
        """;

    const string ExpiredRows = """
        select a.Id from Application a join Programme p on p.Id = a.ProgrammeId
        where a.Status = 'returned' and a.MendingEndsOn < @Today and p.Status <> 'cancelled'
        order by a.MendingEndsOn, a.Seq
        """;
}
