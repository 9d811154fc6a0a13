namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Discards an import of receipts.</summary>
/// <remarks>
/// By the office itself, once it is checked. What the file said is gone; that it came, stays. What is neither applied nor discarded is
/// discarded when the report is submitted.
/// </remarks>
sealed class DiscardReceiptImport(CurrentUser user) : Change<ReceiptImport>
{
    public override void Configure()
    {
        Post("/receipt-imports/{id:guid}/discard");
        Policies(Can.WriteSpendingReports);
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<ReceiptImport>> Handle(Tx tx)
    {
        var discarded = await tx.Execute(Discard, new { Id, SeenVersion, user.Office, tx.Author.At }) == 1;
        if (await ReceiptImport.FindFor(tx, Id, user) is not { } import)
            return Problems.NotFound;
        if (!discarded)
        {
            return user.ActsFor(import.OfficeAgs)
                ? Problems.StaleOrWrongState(
                    import.Version, SeenVersion, import.Status, ReceiptImportStatus.Ready, ReceiptImportStatus.Faulty)
                : Problems.Forbidden;
        }
        await ReceiptImport.RemoveRows(tx, Id);
        await ReceiptImport.RemoveFaults(tx, Id);
        Audit.Append(tx, AuditAction.ReceiptImportDiscarded, Id, import.Version, new { import.SpendingReportId });
        return import;
    }

    const string Discard = """
        update ReceiptImport set Version = Version + 1, UpdatedAt = @At, Status = 'discarded'
        where Id = @Id and Version = @SeenVersion and Status in ('ready', 'faulty') and OfficeAgs = @Office
        """;
}
