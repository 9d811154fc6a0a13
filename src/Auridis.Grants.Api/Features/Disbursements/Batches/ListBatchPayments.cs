namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Lists the payments of a batch.</summary>
/// <remarks>
/// In the order in which they were requested, as they are now. Of a voided batch, those that it was made of: another one may have them.
/// </remarks>
sealed class ListBatchPayments(CurrentUser user) : Page<Disbursement>
{
    public override void Configure()
    {
        Get("/payment-batches/{id:guid}/disbursements");
        Policies(Can.ReadBatches);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<Disbursement>>> Handle(Session session, Paging request) =>
        await PaymentBatch.Find(session, Id) is null
            ? Problems.NotFound
            : await request.Of<Disbursement, Disbursement>(
                session, Select, new { Id, request.AfterSeq, request.Take }, payment => payment.For(user));

    const string Select = Disbursement.Select + """
         join BatchPayment on PaymentSeq = Seq
        where PaymentBatchId = @Id and PaymentSeq > @AfterSeq
        order by PaymentSeq
        """;
}
