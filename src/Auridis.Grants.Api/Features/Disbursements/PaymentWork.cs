using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>What waits for somebody in the states of a payment.</summary>
static class PaymentWork
{
    /// <summary>Requested: for a person of finance who has not requested it.</summary>
    public static readonly WaitingWork ToApprove = new(Can.ApprovePayments, "/disbursements", $"""
        {Rows("x.RequestedOn as Since")}
        where x.Status = 'requested' and x.RequestedBy <> @Actor and {WaitingWork.NotOwnOffice}
        """);

    /// <summary>Approved: for another person of finance.</summary>
    public static readonly WaitingWork ToRelease = new(Can.ReleasePayments, "/disbursements", $"""
        {Rows("x.ApprovedOn as Since")}
        where x.Status = 'approved' and x.RequestedBy <> @Actor and x.ApprovedBy <> @Actor and {WaitingWork.NotOwnOffice}
        """);

    /// <summary>Released, and nothing is recorded of it: for the treasury.</summary>
    public static readonly WaitingWork ToSettle = new(Can.SettlePayments, "/disbursements", $"""
        {Rows("x.ReleasedOn as Since")}
        where {Unbooked} and {Payer}
        """);

    /// <summary>A booking or a stop is recorded: for a second person of the treasury.</summary>
    public static readonly WaitingWork ToConfirm = new(Can.SettlePayments, "/disbursements", $"""
        {Rows("x.UpdatedAt as SinceAt")}
        where x.Status = 'released' and {WaitingWork.NotOwnOffice} and (x.StopProposedBy <> @Actor
            or (x.SettlementRecordedBy <> @Actor and x.ApprovedBy <> @Actor and x.ReleasedBy <> @Actor))
        """);

    /// <summary>Released five working days ago, and nothing is booked: for the treasury, which asks the bank or stops it.</summary>
    public static readonly WaitingWork NotBooked = new(Can.SettlePayments, "/disbursements", $"""
        {Rows("x.ReleasedOn as Since")}
        where {Unbooked} and x.ReleasedOn <= @Day and {Payer}
        """, Day: UnbookedPayment.ReleasedBy);

    const string Unbooked = "x.Status = 'released' and x.SettlementRecordedBy is null and x.StopProposedBy is null";

    const string Payer = $"x.ApprovedBy <> @Actor and x.ReleasedBy <> @Actor and {WaitingWork.NotOwnOffice}";

    static string Rows(string since) => $"select x.Seq, x.Id, x.Reference, x.OfficeAgs, {since} from Disbursement x";
}
