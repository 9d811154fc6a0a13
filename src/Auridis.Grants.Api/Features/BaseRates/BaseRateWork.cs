using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.BaseRates;

/// <summary>What waits for somebody in the states of a base rate.</summary>
static class BaseRateWork
{
    /// <summary>Proposed: for a person of finance who has not entered it.</summary>
    public static readonly WaitingWork ToConfirm = new(Can.ConfirmBaseRates, "/base-rates", """
        select x.Seq, x.Id, concat('', x.ValidFrom) as Reference, null as OfficeAgs, x.CreatedAt as SinceAt
        from BaseRate x
        where x.Status = 'proposed' and x.ProposedBy <> @Actor
        """, Office: null);
}
