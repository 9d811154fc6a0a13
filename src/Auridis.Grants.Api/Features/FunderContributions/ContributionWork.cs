using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>What waits for a second person in the states of a contribution.</summary>
static class ContributionWork
{
    /// <summary>Proposed: for a person of finance who has not recorded it.</summary>
    public static readonly WaitingWork ToConfirm = new(Can.RecordContributions, "/contributions", """
        select x.Seq, x.Id, x.Reference, x.CreatedAt as SinceAt
        from Contribution x
        where x.Status = 'proposed' and x.ProposedBy <> @Actor
        """, Office: null);
}
