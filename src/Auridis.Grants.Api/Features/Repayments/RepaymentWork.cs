using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>What waits for somebody in the states of a claim.</summary>
static class RepaymentWork
{
    /// <summary>More has come in than is demanded, and not all of it is on its way back: for the treasury.</summary>
    public static readonly WaitingWork CreditToRefund = new(Can.RefundCredits, "/repayment-claims", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.UpdatedAt as SinceAt
        from RepaymentClaim x
        where x.Status = 'overpaid' and {WaitingWork.NotOwnOffice}
            and x.PaidCents - x.RefundedCents > x.PrincipalCents - x.ReducedCents - x.WaivedCents - x.WrittenOffCents + (
                select coalesce(sum(d.AmountCents), 0) from Disbursement d
                where d.RepaymentClaimId = x.Id and d.Status in ('requested', 'approved', 'released', 'instructed'))
        """);

    /// <summary>A reversal is proposed: for another person of the treasury.</summary>
    public static readonly WaitingWork ReversalToConfirm = new(Can.RecordRepayments, "/repayment-receipts", $"""
        select x.Seq, x.Id, w.Reference, x.OfficeAgs, x.UpdatedAt as SinceAt
        from RepaymentReceipt x join Award w on w.Id = x.AwardId
        where x.Status = 'reversal-proposed' and x.ReversalProposedBy <> @Actor and {WaitingWork.NotOwnOffice}
        """);
}
