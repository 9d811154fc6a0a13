using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// A payment is in one batch at most that is not voided, and neither settled nor stopped by hand as long as that is not handed over. A
/// batch takes released payments of which nothing is recorded, to accounts that are verified; never those to an office that the caller acts
/// for, or has declared a conflict of interest on.
/// </summary>
static class OneBatch
{
    /// <summary>The most payments of a batch: its signers still read them.</summary>
    public const int MostPayments = 500;

    /// <summary>What is refused, in the order of checking.</summary>
    public static readonly Problem[] Refusals =
    [
        YouthOfficeProblems.DeciderConflicted, PaymentBatchProblems.DisbursementUnknown, PaymentBatchProblems.InAnotherBatch,
        PaymentBatchProblems.PaymentNotReleased, PaymentBatchProblems.RecordPending, DisbursementProblems.BankAccountUnverified,
        PaymentBatchProblems.NothingToPay,
    ];

    /// <summary>The payments that are named, held until the commit; or why one of them cannot be taken.</summary>
    public static async Task<Outcome<List<Candidate>>> Take(Tx tx, CurrentUser user, IReadOnlyList<Guid> ids)
    {
        var found = await Hold(tx, ids);
        if (await tx.One<string?>(FindExcluded, new { Ids = ids, user.Actor, user.Office }) is { } office)
            return ExcludedPersons.Excluded(office);
        if (found.Count < ids.Count)
        {
            return PaymentBatchProblems.DisbursementUnknown.With(
                ("disbursementId", ids.Except(found.Select(payment => payment.Id)).First()));
        }
        if (found.Find(payment => payment.BatchReference is not null) is { } taken)
            return PaymentBatchProblems.InAnotherBatch.With(("payment", taken.Reference), ("batch", taken.BatchReference));
        if (found.Find(payment => payment.Status != DisbursementStatus.Released) is { } other)
            return PaymentBatchProblems.PaymentNotReleased.With(("payment", other.Reference), ("actual", other.Status));
        if (found.Find(payment => payment.Pending == 1) is { } pending)
            return PaymentBatchProblems.RecordPending.With(("payment", pending.Reference));
        if (found.Find(payment => payment.AccountStatus != BankAccountStatus.Verified) is { } unverified)
            return DisbursementProblems.BankAccountUnverified.With(("actual", unverified.AccountStatus));
        return found;
    }

    /// <summary>All payments that can be taken, the oldest first, held until the commit; or that there is none.</summary>
    public static async Task<Outcome<List<Candidate>>> TakeAll(Tx tx, CurrentUser user)
    {
        var ids = await tx.Top<Guid>(SelectFree, new { user.Actor, user.Office, Take = MostPayments });
        // What was changed between the two readings waits for the next batch.
        var found = ids.Count == 0 ? [] : (await Hold(tx, ids)).FindAll(payment => payment.IsFree);
        return found.Count == 0 ? PaymentBatchProblems.NothingToPay : found;
    }

    /// <summary>Puts what was taken into a batch that is there.</summary>
    public static async Task Put(Tx tx, Guid batchId, List<Candidate> payments)
    {
        var values = new { BatchId = batchId, Ids = payments.ConvertAll(payment => payment.Id), tx.Author.At };
        await tx.Execute(SetBatch, values);
        await tx.Execute(Keep, values);
        foreach (var payment in payments)
            Audit.Append(tx, AuditAction.DisbursementBatched, payment.Id, payment.Version + 1, new { BatchId = batchId });
    }

    static async Task<List<Candidate>> Hold(Tx tx, IReadOnlyList<Guid> ids)
    {
        await tx.Execute("update Disbursement set Version = Version where Id in @Ids", new { Ids = ids });
        return await tx.All<Candidate>(SelectCandidates, new { Ids = ids });
    }

    const string SelectCandidates = """
        select d.Id, d.Version, d.Reference, d.Status, d.AmountCents, b.Reference as BatchReference,
            case when d.SettlementRecordedBy is null and d.StopProposedBy is null then 0 else 1 end as Pending, a.Status as AccountStatus
        from Disbursement d join BankAccount a on a.Id = d.BankAccountId left join PaymentBatch b on b.Id = d.BatchId
        where d.Id in @Ids
        order by d.Seq
        """;

    static readonly string FindExcluded =
        $"select min(d.OfficeAgs) from Disbursement d where d.Id in @Ids and not ({ExcludedPersons.NotExcluded("d")})";

    static readonly string SelectFree = $"""
        select d.Id
        from Disbursement d join BankAccount a on a.Id = d.BankAccountId
        where d.Status = 'released' and d.BatchId is null and d.SettlementRecordedBy is null and d.StopProposedBy is null
            and a.Status = 'verified' and {ExcludedPersons.NotExcluded("d")}
        order by d.Seq
        """;

    const string SetBatch = """
        update Disbursement set BatchId = @BatchId, Version = Version + 1, UpdatedAt = @At where Id in @Ids
        """;

    const string Keep = """
        insert into BatchPayment (PaymentBatchId, PaymentSeq) select @BatchId, Seq from Disbursement where Id in @Ids
        """;

    /// <summary>A payment that may go into a batch.</summary>
    internal sealed record Candidate
    {
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required string Reference { get; init; }
        public required string Status { get; init; }
        public required Money Amount { get; init; }
        public required string? BatchReference { get; init; }

        /// <summary>1 when a booking or a stop is recorded that nobody has confirmed.</summary>
        public required int Pending { get; init; }

        public required string AccountStatus { get; init; }

        public bool IsFree =>
            Status == DisbursementStatus.Released && BatchReference is null && Pending == 0 && AccountStatus == BankAccountStatus.Verified;
    }
}
