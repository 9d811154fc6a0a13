using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>What waits for a person of finance in the states of a claim.</summary>
static class ClaimWork
{
    /// <summary>Not paid in time, and not deferred.</summary>
    public static readonly WaitingWork Overdue = new(Can.RelieveClaims, "/repayment-claims", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.DueOn as Since, x.DueOn
        from RepaymentClaim x
        where {OverdueClaim.Condition} and {WaitingWork.NotExcluded("x")}
        """, DueOn: "x.DueOn");

    /// <summary>A deferral is proposed: for a person who has not proposed it.</summary>
    public static readonly WaitingWork DeferralToConfirm = ToConfirm(ReliefKind.Deferral, "/deferrals");

    /// <summary>A waiver is proposed: for a person who has not proposed it.</summary>
    public static readonly WaitingWork WaiverToConfirm = ToConfirm(ReliefKind.Waiver, "/waivers");

    /// <summary>A write-off is proposed: for a person who has not proposed it.</summary>
    public static readonly WaitingWork WriteOffToConfirm = ToConfirm(ReliefKind.WriteOff, "/write-offs");

    static WaitingWork ToConfirm(string kind, string collection) => new(Can.RelieveClaims, collection, $"""
        select x.Seq, x.Id, c.Reference, x.OfficeAgs, x.CreatedAt as SinceAt
        from ClaimRelief x join RepaymentClaim c on c.Id = x.RepaymentClaimId
        where x.Kind = '{kind}' and x.Status = 'proposed' and x.ProposedBy <> @Actor and {WaitingWork.NotExcluded("x")}
        """);
}
