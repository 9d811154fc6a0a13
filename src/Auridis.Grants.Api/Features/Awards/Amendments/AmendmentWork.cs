using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>What waits for somebody in the states of an amendment.</summary>
static class AmendmentWork
{
    /// <summary>Proposed by an office: for a caseworker.</summary>
    public static readonly WaitingWork ToEndorse = new(Can.EndorseAmendments, "/amendments", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.ProposedOn as Since
        from Amendment x
        where x.Status = 'proposed' and x.ProposedBy <> @Actor and {ExcludedPersons.NotExcluded("x")}
        """);

    /// <summary>Endorsed: for a decider who has taken no part in it.</summary>
    public static readonly WaitingWork ToApprove = new(Can.ApproveAmendments, "/amendments", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.EndorsedOn as Since
        from Amendment x
        where x.Status = 'endorsed' and x.ProposedBy <> @Actor and x.EndorsedBy <> @Actor and {ExcludedPersons.NotExcluded("x")}
        """);
}
