using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// An office that declines its award, or withdraws the application that was selected, frees its place and its money at once. Who gets the
/// free place is the rule NextPlace of selections.
/// </summary>
static class DeclinedOffer
{
    /// <summary>Declines an award that is offered. The caller has locked the programme.</summary>
    /// <param name="seenVersion">The version that the office has seen; null when it has seen the application instead.</param>
    /// <returns>False when it is not offered any more, or has another version.</returns>
    public static async Task<bool> Decline(Tx tx, Guid id, int? seenVersion, string actor, string reason, DateOnly today)
    {
        if (await tx.Execute(DeclineRow, new { Id = id, SeenVersion = seenVersion, Actor = actor, Reason = reason, tx.Author.At }) == 0)
            return false;
        var award = (await Award.Find(tx, id))!;
        await Places.Release(tx, award.ProgrammeId, award.OfficeAgs);
        await CommittedShare.Book(tx, id,
            new BusinessDocument(id, award.Reference, award.ProgrammeId, id, $"Award {award.Reference} declined", today));
        Audit.Append(tx, AuditAction.AwardDeclined, id, award.Version, new { award.Amount });
        return true;
    }

    /// <summary>Declines the award that was offered for an application that is withdrawn. The caller has locked the programme.</summary>
    /// <returns>Why it cannot be withdrawn; null when the award is declined.</returns>
    public static async Task<Problem?> WhyRefused(Tx tx, Guid applicationId, string actor, string reason, DateOnly today)
    {
        var award = await tx.One<Award>(Award.Select + " where ApplicationId = @ApplicationId", new { ApplicationId = applicationId });
        if (award.Status == AwardStatus.Offered && AcceptancePeriod.WhyRefused(award, today) is { } late)
            return late;
        return await Decline(tx, award.Id, seenVersion: null, actor, reason, today)
            ? null : AwardProblems.Accepted.With(("awardReference", award.Reference));
    }

    const string DeclineRow = """
        update Award set Status = 'declined', DeclinedBy = @Actor, DeclineReason = @Reason, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and (@SeenVersion is null or Version = @SeenVersion) and Status = 'offered'
        """;
}
