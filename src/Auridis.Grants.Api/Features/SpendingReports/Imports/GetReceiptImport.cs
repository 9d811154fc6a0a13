namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Reads an import of receipts.</summary>
/// <remarks>While it is <c>checking</c>, it tells how many rows were read so far: ask again in a second.</remarks>
sealed class GetReceiptImport(CurrentUser user) : Read<ReceiptImport>
{
    public override void Configure()
    {
        Get("/receipt-imports/{id:guid}");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ReceiptImport>> Handle(Session session) =>
        await ReceiptImport.FindFor(session, Id, user) is { } import ? import : Problems.NotFound;
}
