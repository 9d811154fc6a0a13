
namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Lists what has come back on a claim.</summary>
/// <remarks>
/// In the order in which it was recorded.
/// </remarks>
sealed class ListRepaymentReceipts(CurrentUser user) : Page<ListRepaymentReceipts.Response>
{
    /// <param name="Amount">What came in.</param>
    /// <param name="ReceivedOn">The day on which the bank booked it.</param>
    /// <param name="BankReference">What finds it on the bank's statement.</param>
    public new sealed record Response(Guid Id, Money Amount, DateOnly ReceivedOn, string BankReference);

    public override void Configure()
    {
        Get("/repayment-claims/{id:guid}/receipts");
        Policies(Can.ReadRepaymentClaims);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<Response>>> Handle(Session session, Paging request) =>
        await RepaymentClaim.Find(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<Row, Response>(session, Select, new { Id, request.AfterSeq, request.Take }, row => row.ToResponse());

    const string Select = """
        select Seq, Id, AmountCents, ReceivedOn, BankReference
        from RepaymentReceipt
        where RepaymentClaimId = @Id and Seq > @AfterSeq
        order by Seq
        """;

    sealed class Row : IPaged
    {
        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required long AmountCents { get; init; }
        public required DateOnly ReceivedOn { get; init; }
        public required string BankReference { get; init; }

        public Response ToResponse() => new(Id, new Money(AmountCents), ReceivedOn, BankReference);
    }
}
