using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// An offer is answered by its last day, the programme's days after it was made, or by the next working day (§ 193 BGB, § 31 (3) SGB X and
/// VwVfG). What is not answered by then expires: place and money are free for the next of the waiting list, and the application lapses.
/// </summary>
static class AcceptancePeriod
{
    public static DateOnly LastDay(DateOnly offeredOn, ProgrammeTerms terms) => Periods.DaysAfter(offeredOn, terms.AcceptWithinDays);

    /// <summary>Why the office does not answer the offer today; null when it may.</summary>
    public static Problem? WhyRefused(Award award, DateOnly today) => today > award.AcceptBy
        ? AwardProblems.OfferExpired.With(("acceptBy", award.AcceptBy), ("today", today))
        : null;

    /// <summary>The offers whose last day has passed, the earliest first.</summary>
    public static Task<List<Guid>> Over(Session session, DateOnly today, int most) =>
        session.Top<Guid>(OverRows, new { Today = today, Take = most });

    /// <summary>Ends an offer that was not answered: the system's own step.</summary>
    /// <returns>How many offers that was: none when it was answered, or has ended already.</returns>
    public static async Task<int> Expire(Tx tx, Guid id, DateOnly today)
    {
        if (await Award.Find(tx, id) is not { } offered)
            return 0;
        await Programme.Lock(tx, offered.ProgrammeId);
        if (await tx.Execute(ExpireRow, new { Id = id, Today = today, tx.Author.At }) == 0)
            return 0;
        var award = (await Award.Find(tx, id))!;
        await Places.Release(tx, award.ProgrammeId, award.OfficeAgs);
        await ApplicationOutcome.Lapse(tx, award.ApplicationId);
        await CommittedShare.Book(tx, id,
            new BusinessDocument(id, award.Reference, award.ProgrammeId, id, $"Award {award.Reference} expired", today));
        Audit.Append(tx, AuditAction.AwardExpired, id, award.Version, new { award.Amount, award.AcceptBy });
        return 1;
    }

    const string OverRows = "select Id from Award where Status = 'offered' and AcceptanceEndsOn < @Today order by AcceptanceEndsOn, Seq";

    const string ExpireRow = """
        update Award set Status = 'expired', Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Status = 'offered' and AcceptanceEndsOn < @Today
        """;
}
