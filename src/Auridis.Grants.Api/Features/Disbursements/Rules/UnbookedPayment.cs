namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// A payment that was released five working days ago, or that the bank was to execute then, and that nobody has seen in the bank's
/// statement is asked about, or stopped. The audit trail says so once.
/// </summary>
static class UnbookedPayment
{
    /// <summary>What was released, or to be executed, on this day or before is late.</summary>
    public static DateOnly Since(DateOnly today) => WorkingDays.Before(today, 5);

    /// <summary>The late payments of which the audit trail has not said so, the earliest first.</summary>
    public static Task<List<Guid>> NotNoted(Session session, DateOnly today, int most) =>
        session.Top<Guid>(NotNotedRows, new { Day = Since(today), Take = most });

    /// <summary>Says in the audit trail that a payment is not booked: the system's own step, which leaves the payment as it is.</summary>
    /// <returns>How many payments that was: none when a booking or a stop is recorded, or the trail says so already.</returns>
    public static async Task<int> Note(Tx tx, Guid id, DateOnly today)
    {
        if (await tx.Execute(NoteRow, new { Id = id, Day = Since(today), Today = today }) == 0)
            return 0;
        var payment = (await Disbursement.Find(tx, id))!;
        Audit.Append(tx, AuditAction.PaymentNotBooked, id, payment.Version, new { payment.AwardId, payment.ReleasedOn });
        return 1;
    }

    const string NotNotedRows = $"select Id from Disbursement where {Late} order by ReleasedOn, Seq";

    const string NoteRow = $"update Disbursement set NotBookedNotedOn = @Today where Id = @Id and {Late}";

    const string Late = """
        ReleasedOn <= @Day and Status in ('released', 'instructed') and NotBookedNotedOn is null
            and SettlementRecordedBy is null and StopProposedBy is null and ReturnRecordedBy is null and BankRejectionRecordedBy is null
            and (BatchId is null or (Status = 'instructed' and exists (
                select 1 from PaymentBatch b where b.Id = BatchId and b.ExecutionOn <= @Day)))
        """;
}
