using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>What waits for somebody in the states of a calculation of interest.</summary>
static class InterestWork
{
    /// <summary>Proposed: for a person of finance who has not proposed it.</summary>
    public static readonly WaitingWork ToConfirm = new(Can.AskInterest, "/interest-calculations", $"""
        select x.Seq, x.Id, a.Reference, x.OfficeAgs, x.CreatedAt as SinceAt
        from InterestCalculation x join Award a on a.Id = x.AwardId
        where x.Status = 'proposed' and x.ProposedBy <> @Actor and {ExcludedPersons.NotExcluded("x")}
        """);
}
