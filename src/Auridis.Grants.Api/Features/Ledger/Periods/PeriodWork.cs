using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>What waits for a second person in the states of a month.</summary>
static class PeriodWork
{
    /// <summary>Its closing is proposed: for a person who has not proposed it.</summary>
    public static readonly WaitingWork ToConfirm = new(Can.ClosePeriods, "/ledger/periods", """
        select x.Seq, x.Id, x.Month as Reference, x.CreatedAt as SinceAt
        from LedgerPeriod x
        where x.Status = 'proposed' and x.ProposedBy <> @Actor
        """, Office: null, ByReference: true);
}
