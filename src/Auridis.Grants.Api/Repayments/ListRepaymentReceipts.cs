using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Repayments;

/// <summary>Lists what has come back on a claim.</summary>
sealed class ListRepaymentReceipts : IEndpoint
{
    /// <param name="Amount">What came in.</param>
    /// <param name="ReceivedOn">The day on which the bank booked it.</param>
    /// <param name="BankReference">What finds it on the bank's statement.</param>
    public sealed record Response(Guid Id, Money Amount, DateOnly ReceivedOn, string BankReference);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/repayment-claims/{id:guid}/receipts", Handle)
        .RequireAuthorization(Policies.CanReadRepaymentClaims)
        .Describe("listRepaymentReceipts", "Lists what has come back on a claim", "In the order in which it was recorded.")
        .Refuses(Problems.NotFound);

    static async Task<Listed<Response>> Handle(Guid id, [AsParameters] Paging paging, Db db, CurrentUser user, CancellationToken cancel) =>
        await db.Read(session => RepaymentClaim.Find(session, id, user), cancel) is null
            ? (Problem)Problems.NotFound
            : await paging.Read<Row, Response>(db, Select, row => row.ToResponse(), (After, Take) => new { id, After, Take }, cancel);

    const string Select = """
        select Seq, Id, AmountCents, ReceivedOn, BankReference
        from RepaymentReceipt
        where RepaymentClaimId = @id and Seq > @After
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
