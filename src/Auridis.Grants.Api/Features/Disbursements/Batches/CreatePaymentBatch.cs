namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Creates a batch of released payments.</summary>
/// <remarks>
/// By the treasury: of the payments that are named, or of all that are released and in no batch, of whatever programme, the oldest 500.
/// Those that are to be settled or stopped by hand, to accounts that are not verified, or to an office that the caller acts for or
/// has declared a conflict of interest on, are left out. Two people sign it before it is handed to the bank; until then it can be voided.
/// </remarks>
sealed class CreatePaymentBatch(CurrentUser user, BusinessClock clock) : Creation<CreatePaymentBatch.Request, PaymentBatch>
{
    /// <param name="ExecutionOn">The working day on which the bank is to pay: from today to 30 days from now.</param>
    /// <param name="DisbursementIds">The payments, 1 to 500; all that can be taken when not given.</param>
    public sealed record Request(DateOnly ExecutionOn, IReadOnlyList<Guid>? DisbursementIds = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.ExecutionOn).Day();
            RuleFor(request => request.DisbursementIds!)
                .AtMost(OneBatch.MostPayments, least: 1)
                .UniqueBy(id => id.ToString());
        }
    }

    public override void Configure()
    {
        Post("/payment-batches");
        Policies(Can.MakeBatches);
        MovesMoney();
        Refuses(OneBatch.Refusals);
    }

    protected override string LocationOf(PaymentBatch batch) => $"/payment-batches/{batch.Id}";

    protected override async Task<Outcome<PaymentBatch>> Handle(Tx tx, Request request)
    {
        var today = clock.Today;
        if (ExecutionDay.WhyRefused(request.ExecutionOn, today) is { } wrongDay)
            return wrongDay;
        var (fiscalYear, number) = await BatchReference.Take(tx, today);
        var taken = request.DisbursementIds is { } ids ? await OneBatch.Take(tx, user, ids) : await OneBatch.TakeAll(tx, user);
        if (!taken.Succeeded)
            return taken.Refusal;
        var batchId = tx.NewId();
        var sum = new Money(taken.Value.Sum(payment => payment.Amount.Cents));
        await tx.Execute(Insert, new
        {
            BatchId = batchId,
            FiscalYear = fiscalYear,
            Number = number,
            Reference = BatchReference.Of(fiscalYear, number),
            request.ExecutionOn,
            PaymentCount = taken.Value.Count,
            Sum = sum,
            user.Actor,
            tx.Author.At,
        });
        await OneBatch.Put(tx, batchId, taken.Value);
        Audit.Append(tx, AuditAction.PaymentBatchCreated, batchId, 1,
            new { request.ExecutionOn, PaymentCount = taken.Value.Count, Sum = sum });
        return (await PaymentBatch.Find(tx, batchId))!;
    }

    const string Insert = """
        insert into PaymentBatch
            (Id, Version, FiscalYear, Number, Reference, Status, ExecutionOn, PaymentCount, SumCents, CreatedBy, CreatedAt, UpdatedAt)
        values
            (@BatchId, 1, @FiscalYear, @Number, @Reference, 'open', @ExecutionOn, @PaymentCount, @Sum, @Actor, @At, @At)
        """;
}
