using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// Payments that are not ordered yet are rejected with the award that they would be paid from. A refund is not paid from it.
/// </summary>
static class UnreleasedPayments
{
    /// <summary>Rejects what is requested or approved of an award that the caller holds.</summary>
    public static async Task RejectAll(Tx tx, Guid awardId, string reason)
    {
        foreach (var payment in await tx.All<Payment>(Select, new { AwardId = awardId }))
        {
            await tx.Execute(Reject, new { payment.Id, Reason = reason, tx.Author.At });
            await AwardFunds.Free(tx, awardId, payment.Amount);
            Audit.Append(tx, AuditAction.DisbursementRejected, payment.Id, payment.Version + 1, new { payment.Amount });
        }
    }

    const string Select = """
        select Id, Version, AmountCents from Disbursement
        where AwardId = @AwardId and Kind = 'grant' and Status in ('requested', 'approved')
        order by Seq
        """;

    const string Reject = """
        update Disbursement set Status = 'rejected', Reason = @Reason, Version = Version + 1, UpdatedAt = @At where Id = @Id
        """;

    sealed record Payment
    {
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required Money Amount { get; init; }
    }
}
