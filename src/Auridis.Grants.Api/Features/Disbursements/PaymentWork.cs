using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>What waits for somebody in the states of a payment.</summary>
static class PaymentWork
{
    /// <summary>Requested: for a person of finance who has not requested it.</summary>
    public static readonly WaitingWork ToApprove = new(Can.ApprovePayments, "/disbursements", $"""
        {Rows("x.RequestedOn as Since")}
        where x.Status = 'requested' and x.RequestedBy <> @Actor and {ExcludedPersons.NotExcluded("x")}
        """);

    /// <summary>Approved: for another person of finance.</summary>
    public static readonly WaitingWork ToRelease = new(Can.ReleasePayments, "/disbursements", $"""
        {Rows("x.ApprovedOn as Since")}
        where x.Status = 'approved' and x.RequestedBy <> @Actor and x.ApprovedBy <> @Actor and {ExcludedPersons.NotExcluded("x")}
        """);

    /// <summary>Released, in no batch, and nothing is recorded of it: for the treasury.</summary>
    public static WaitingWork ToSettle(PaymentSettings settings) => new(Can.SettlePayments, "/disbursements", $"""
        {Rows("x.ReleasedOn as Since")}
        where {Unbooked} and {Payer(settings)}
        """);

    /// <summary>Handed to the bank, and none of its answers is recorded: for the treasury, from the hand-over on.</summary>
    public static WaitingWork ToAnswer(PaymentSettings settings) => new(Can.SettlePayments, "/disbursements", $"""
        {Rows("x.InstructedOn as Since")}
        where {Unanswered} and {Payer(settings)}
        """);

    /// <summary>Released, and a booking or a stop is recorded: for a second person of the treasury.</summary>
    public static WaitingWork ToConfirm(PaymentSettings settings) => new(Can.SettlePayments, "/disbursements", $"""
        {Rows("x.UpdatedAt as SinceAt")}
        where x.Status = 'released' and ((x.StopProposedBy <> @Actor and {ExcludedPersons.NotExcluded("x")})
            or (x.SettlementRecordedBy <> @Actor and {Payer(settings)}))
        """);

    /// <summary>Instructed, and an answer of the bank is recorded: for a second person of the treasury.</summary>
    public static WaitingWork AnswerToConfirm(PaymentSettings settings) => new(Can.SettlePayments, "/disbursements", $"""
        {Rows("x.UpdatedAt as SinceAt")}
        where x.Status = 'instructed' and {Payer(settings)} and (x.SettlementRecordedBy <> @Actor or x.ReturnRecordedBy <> @Actor
            or x.BankRejectionRecordedBy <> @Actor)
        """);

    /// <summary>Settled, and a return is recorded: for a second person of the treasury.</summary>
    public static WaitingWork ReturnToConfirm(PaymentSettings settings) => new(Can.SettlePayments, "/disbursements", $"""
        {Rows("x.UpdatedAt as SinceAt")}
        where x.Status = 'settled' and x.ReturnRecordedBy is not null and x.ReturnRecordedBy <> @Actor and {Payer(settings)}
        """);

    /// <summary>Released five working days ago, and nothing is booked: for the treasury, which asks the bank or stops it.</summary>
    public static WaitingWork NotBooked(PaymentSettings settings) => new(Can.SettlePayments, "/disbursements", $"""
        {Rows("x.ReleasedOn as Since")}
        where {Unbooked} and x.ReleasedOn <= @Day and {Payer(settings)}
        """, Day: UnbookedPayment.Since);

    /// <summary>Instructed for a day five working days ago, and the bank has not answered: for the treasury, which asks it.</summary>
    public static WaitingWork NotAnswered(PaymentSettings settings) => new(Can.SettlePayments, "/disbursements", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, b.ExecutionOn as Since
        from Disbursement x join PaymentBatch b on b.Id = x.BatchId
        where {Unanswered} and b.ExecutionOn <= @Day and {Payer(settings)}
        """, Day: UnbookedPayment.Since);

    const string Unbooked = """
        x.Status = 'released' and x.BatchId is null and x.SettlementRecordedBy is null and x.StopProposedBy is null
        """;

    const string Unanswered = """
        x.Status = 'instructed' and x.SettlementRecordedBy is null and x.ReturnRecordedBy is null and x.BankRejectionRecordedBy is null
        """;

    /// <summary>The rule PayersApart: in a small team the person who ordered a payment may be one of the two.</summary>
    static string Payer(PaymentSettings settings) =>
        $"x.ApprovedBy <> @Actor{(settings.SmallTeam ? "" : " and x.ReleasedBy <> @Actor")} and {ExcludedPersons.NotExcluded("x")}";

    static string Rows(string since) => $"select x.Seq, x.Id, x.Reference, x.OfficeAgs, {since} from Disbursement x";
}
