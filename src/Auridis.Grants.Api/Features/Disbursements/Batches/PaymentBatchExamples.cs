using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>One payment of 20,000.00 euro, which the bank is to carry out two days after it was released.</summary>
sealed class PaymentBatchExamples : IExamples
{
    public static readonly Guid Id = Example.Id(50);

    static readonly Reasoned Void = new("One of the payments is to be stopped.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListPaymentBatches>(Example.Page(HandedOver)),
        Example.Of<CreatePaymentBatch>(Open, new CreatePaymentBatch.Request(Open.ExecutionOn)),
        Example.Of<GetPaymentBatch>(HandedOver),
        Example.Of<ListBatchPayments>(Example.Page(DisbursementExamples.Instructed)),
        Example.Of<SignPaymentBatch>(Signed),
        Example.Of<HandOverPaymentBatch>(HandedOver),
        Example.Of<VoidPaymentBatch>(
            Open with { Version = 2, Status = PaymentBatchStatus.Voided, VoidReason = Void.Reason }, Void),
    ];

    static PaymentBatch Open => new()
    {
        Id = Id,
        Version = 1,
        Reference = BatchReference.Of(2019, 1),
        Status = PaymentBatchStatus.Open,
        ExecutionOn = new DateOnly(2019, 2, 8),
        PaymentCount = 1,
        Sum = DisbursementExamples.Released.Amount,
        CreatedAt = Example.At(2019, 2, 6),
        UpdatedAt = Example.At(2019, 2, 6),
    };

    static PaymentBatch Signed => Open with
    {
        Version = 3,
        Status = PaymentBatchStatus.Signed,
        FirstSignedOn = new DateOnly(2019, 2, 6),
        SecondSignedOn = new DateOnly(2019, 2, 6),
    };

    static PaymentBatch HandedOver => Signed with
    {
        Version = 4,
        Status = PaymentBatchStatus.HandedOver,
        HandedOverOn = new DateOnly(2019, 2, 6),
    };
}
