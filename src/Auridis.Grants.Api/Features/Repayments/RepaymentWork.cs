using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>What waits for somebody in the states of a claim.</summary>
static class RepaymentWork
{
    /// <summary>More has come in than is demanded, and not all of it is on its way back: for the treasury.</summary>
    public static readonly WaitingWork CreditToRefund = new(Can.RefundCredits, "/repayment-claims", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.UpdatedAt as SinceAt
        from RepaymentClaim x
        where x.Status = 'overpaid' and {ExcludedPersons.NotExcluded("x")}
            and x.PaidCents - x.RefundedCents > x.PrincipalCents - x.ReducedCents - x.WaivedCents - x.WrittenOffCents + (
                select coalesce(sum(d.AmountCents), 0) from Disbursement d
                where d.RepaymentClaimId = x.Id and d.Status in ('requested', 'approved', 'released', 'instructed'))
        """);

    /// <summary>A reversal is proposed: for another person of the treasury.</summary>
    public static readonly WaitingWork ReversalToConfirm = new(Can.RecordRepayments, "/repayment-receipts", $"""
        select x.Seq, x.Id, w.Reference, x.OfficeAgs, x.UpdatedAt as SinceAt
        from RepaymentReceipt x join Award w on w.Id = x.AwardId
        where x.Status = 'reversal-proposed' and x.ReversalProposedBy <> @Actor and {ExcludedPersons.NotExcluded("w")}
        """);

    /// <summary>Not paid in time, and not deferred.</summary>
    public static readonly WaitingWork Overdue = new(Can.RelieveClaims, "/repayment-claims", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.DueOn as Since, x.DueOn
        from RepaymentClaim x
        where {OverdueClaim.Condition} and {ExcludedPersons.NotExcluded("x")}
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
        where x.Kind = '{kind}' and x.Status = 'proposed' and x.ProposedBy <> @Actor and {ExcludedPersons.NotExcluded("x")}
        """);
}
