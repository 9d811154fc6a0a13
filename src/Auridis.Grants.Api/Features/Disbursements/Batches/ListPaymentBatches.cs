namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Lists batches of payments.</summary>
/// <remarks>In the order in which they were created. Filter: status.</remarks>
sealed class ListPaymentBatches : Page<ListPaymentBatches.Request, PaymentBatch>
{
    public sealed record Request : ChangesPaging
    {
        [OneOf(typeof(PaymentBatchStatus))]
        public string? Status { get; init; }
    }

    public override void Configure()
    {
        Get("/payment-batches");
        Policies(Can.ReadBatches);
    }

    protected override async Task<Outcome<ListOf<PaymentBatch>>> Handle(Session session, Request request) =>
        await request.Of<PaymentBatch>(session, Select(request), new
        {
            request.AfterSeq,
            request.AfterTime,
            request.Take,
            request.Status,
        });

    static string Select(Request request) => (PaymentBatch.Select + " where " + request.After())
        .When(request.Status, "Status = @Status")
        + request.InOrder();
}
