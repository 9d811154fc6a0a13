namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Reads a batch.</summary>
/// <remarks>Offices see their payments, and no batch.</remarks>
sealed class GetPaymentBatch : Read<PaymentBatch>
{
    public override void Configure()
    {
        Get("/payment-batches/{id:guid}");
        Policies(Can.ReadBatches);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<PaymentBatch>> Handle(Session session) =>
        await PaymentBatch.Find(session, Id) is { } batch ? batch : Problems.NotFound;
}
