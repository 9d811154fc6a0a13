namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// Each draw of lots has a secret of its own, since the first one makes it known: a copied programme takes no commitment that another
/// programme has, neither when it is copied nor when its draft is edited. Of two that take the same one at once, a unique index refuses
/// the second.
/// </summary>
static class OwnCommitment
{
    /// <summary>The problem with a commitment that another programme has; null when none has it.</summary>
    /// <param name="copyId">The copied programme; null when it is still to be made.</param>
    public static async Task<Problem?> WhyRefused(Tx tx, string lotCommitment, Guid? copyId = null) =>
        await tx.OneOrNull<int?>(Used, new { LotCommitment = lotCommitment, CopyId = copyId ?? Guid.Empty }) is null
            ? null
            : ProgrammeProblems.LotCommitmentUsed;

    const string Used = "select 1 where exists (select 1 from Programme where LotCommitment = @LotCommitment and Id <> @CopyId)";
}
