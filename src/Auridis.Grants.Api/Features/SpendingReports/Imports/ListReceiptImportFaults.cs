namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Lists what is wrong with a file of receipts.</summary>
/// <remarks>
/// All of it, in the order of the rows; what is wrong with several rows together, such as the credit notes on a receipt, comes last.
/// Those of an import that is discarded are gone.
/// </remarks>
sealed class ListReceiptImportFaults(CurrentUser user) : Page<ReceiptImportFault>
{
    public override void Configure()
    {
        Get("/receipt-imports/{id:guid}/faults");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<ReceiptImportFault>>> Handle(Session session, Paging request) =>
        await ReceiptImport.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<ReceiptImportFault>(session, Select, new { Id, request.AfterSeq, request.Take });

    const string Select = """
        select Seq, Line, ColumnNumber as "Column", ColumnName, Code, MessageEn, MessageDe
        from ReceiptImportFault
        where ReceiptImportId = @Id and Seq > @AfterSeq
        order by Seq
        """;
}
