using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.SpendingReports;

/// <summary>Takes a receipt out of a draft.</summary>
sealed class DeleteReceipt : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/spending-reports/{id:guid}/receipts/{receiptId:guid}", Handle)
        .RequireAuthorization(Policies.CanWriteSpendingReports)
        .NeedsIfMatch()
        .Describe("deleteReceipt", "Takes a receipt out of a draft", "If-Match takes the ETag of the report. Once handed in, a report keeps its receipts.")
        .Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);

    static Task<Deleted> Handle(Guid id, Guid receiptId, Change change, CurrentUser user) => change.Delete(async tx =>
    {
        if (await tx.Execute(Touch, new { id, change.Version, user.Office }) == 0)
            return await SpendingReport.WhyRefused(tx, id, user, change.Version, SpendingReport.OnlyItsOffice(user), SpendingReportStatus.Draft);
        if (await tx.Find<long?>(Amount, new { id, receiptId }) is not { } cents)
            return Problems.NotFound.With();
        await tx.Execute(Delete, new { id, receiptId });
        await tx.Execute(Subtract, new { id, cents });
        Audit.Append(tx, "spending-report.receipt-deleted", id, change.Version + 1, new { receiptId, Amount = new Money(cents) });
        return true;
    });

    const string Touch = """
        update SpendingReport set Version = Version + 1
        where Id = @id and Version = @Version and Status = 'draft' and OfficeAgs = @Office
        """;

    const string Amount = "select AmountCents from Receipt where Id = @receiptId and SpendingReportId = @id";

    const string Delete = "delete from Receipt where Id = @receiptId and SpendingReportId = @id";

    const string Subtract = "update SpendingReport set ReceiptCount = ReceiptCount - 1, ExpenditureCents = ExpenditureCents - @cents where Id = @id";
}
