namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// Payments that are handed to the bank together (Zahlungslauf), for one execution day. It is of no programme: they are paid from one
/// account, by the same people.
/// </summary>
sealed record PaymentBatch : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The year in which it was created and its number there, without gaps, such as <c>ZL-2019-0001</c>.</summary>
    public required string Reference { get; init; }

    [OneOf(typeof(PaymentBatchStatus))]
    public required string Status { get; init; }

    /// <summary>The working day on which the bank is to pay.</summary>
    public required DateOnly ExecutionOn { get; init; }

    /// <summary>How many payments it was made of, 1 to 500.</summary>
    public required int PaymentCount { get; init; }

    /// <summary>What they come to.</summary>
    public required Money Sum { get; init; }

    /// <summary>When the first person signed it; null before.</summary>
    public DateOnly? FirstSignedOn { get; init; }

    /// <summary>When the second person signed it; null before.</summary>
    public DateOnly? SecondSignedOn { get; init; }

    /// <summary>When it was handed to the bank; null before.</summary>
    public DateOnly? HandedOverOn { get; init; }

    /// <summary>Why it was voided; null when it was not.</summary>
    public string? VoidReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }
    internal string? FirstSignedBy { get; init; }
    internal string? SecondSignedBy { get; init; }

    /// <summary>The batch, or null when there is none with this id.</summary>
    public static Task<PaymentBatch?> Find(Session session, Guid id) =>
        session.OneOrNull<PaymentBatch>(Select + " where Id = @Id", new { Id = id });

    /// <summary>
    /// Holds the batch that a payment is in, if any, until the commit: after its award, and before the payment itself. Of two last payments
    /// that are settled at once, the second then sees the first.
    /// </summary>
    public static async Task Lock(Tx tx, Guid? id)
    {
        if (id is not null)
            await tx.Execute("update PaymentBatch set Version = Version where Id = @Id", new { Id = id });
    }

    /// <summary>Closes the batch of a payment that the bank has answered on, if any, when that was the last one.</summary>
    public static async Task CloseWhenAnswered(Tx tx, Guid? id)
    {
        await Lock(tx, id);
        if (id is not { } batchId || await tx.Execute(Close, new { Id = batchId, tx.Author.At }) == 0)
            return;
        var batch = (await Find(tx, batchId))!;
        Audit.Append(tx, AuditAction.PaymentBatchClosed, batchId, batch.Version, new { batch.PaymentCount, batch.Sum });
    }

    /// <summary>
    /// Why a step on a batch changed nothing, in the documented order: not found, four eyes, excluded, stale version, wrong state.
    /// </summary>
    /// <param name="apart">The persons who may not take this step.</param>
    public static async Task<Problem> WhyRefused(
        Tx tx, Guid id, int version, Func<PaymentBatch, Task<Problem?>> apart, params string[] needed) =>
        await Find(tx, id) is not { } batch ? Problems.NotFound
        : await apart(batch) is { } refused ? refused
        : Problems.StaleOrWrongState(batch.Version, version, batch.Status, needed);

    const string Close = """
        update PaymentBatch set Status = 'closed', Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Status = 'handed-over'
            and not exists (select 1 from Disbursement where BatchId = @Id and Status = 'instructed')
        """;

    public const string Select = """
        select Seq, Id, Version, Reference, Status, ExecutionOn, PaymentCount, SumCents, FirstSignedBy, FirstSignedOn, SecondSignedBy,
            SecondSignedOn, HandedOverOn, VoidReason, CreatedAt, UpdatedAt
        from PaymentBatch
        """;
}
