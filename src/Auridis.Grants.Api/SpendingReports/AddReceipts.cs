using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Awards;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.SpendingReports;

/// <summary>Adds receipts to a report that is not handed in: all of them or none.</summary>
sealed class AddReceipts : IEndpoint
{
    /// <summary>So many receipts at most: an examination and its statement stay one transaction.</summary>
    public const int LargestReport = 5_000;

    /// <param name="Receipts">1 to 200 receipts.</param>
    public sealed record Request(IReadOnlyList<NewReceipt> Receipts);

    /// <param name="Id">The report.</param>
    /// <param name="Version">Its version after the addition.</param>
    /// <param name="ReceiptCount">How many receipts it has now.</param>
    /// <param name="Expenditure">Their sum.</param>
    /// <param name="Receipts">Those that were added, in the order of the request.</param>
    public sealed record Response(Guid Id, int Version, int ReceiptCount, Money Expenditure, IReadOnlyList<Receipt> Receipts) : IResource;

    /// <summary>Only the size: what is wrong with a receipt is told together with the rules, all in one answer.</summary>
    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Receipts).NotEmpty().AtMost(200);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/spending-reports/{id:guid}/receipts", Handle)
        .RequireAuthorization(Policies.CanWriteSpendingReports)
        .Describe("addReceipts", "Adds receipts to a report, all of them or none",
            "Until it is handed in. When a receipt is not good, none is added, and errors names every receipt that is not. No If-Match: additions do not "
            + "get in each other's way. A receipt that is flagged is added all the same.")
        .Refuses(Problems.NotFound, Problems.Forbidden, Problems.WrongState, SpendingReportProblems.ReportFull, SpendingReportProblems.ReceiptsRefused);

    static Task<Created<Response>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock clock, TimeProvider time) =>
        change.Create<Response>(_ => $"/spending-reports/{id}/receipts", async tx =>
        {
            var sum = request.Receipts.Sum(receipt => receipt.Amount.Cents);
            if (await tx.Execute(Touch, new { id, user.Office, Count = request.Receipts.Count, Sum = sum, LargestReport, Money.MaxCents }) == 0)
                return await WhyRefused(tx, id, user);
            var report = await SpendingReport.Get(tx, id);
            var award = (await Award.Find(tx, report.AwardId))!;
            var taken = await tx.List<string>(Taken, new { id, Numbers = request.Receipts.Select(receipt => receipt.Number) });
            var faults = NewReceipt.Faults(request.Receipts, [.. award.Lines.Select(line => line.Category)], taken, clock.Today);
            if (faults.Count > 0)
                return new Problem(SpendingReportProblems.ReceiptsRefused, []) { Errors = faults };
            var added = await InsertAll(tx, id, request.Receipts, time);
            Audit.Append(tx, "spending-report.receipts-added", id, report.Version, new { Added = added.Count, Sum = new Money(sum), report.ReceiptCount, report.Expenditure });
            var rows = await tx.List<Receipt.Row>(Receipt.Row.Select + " where r.Id in @added order by r.Seq", new { added });
            return new Response(id, report.Version, report.ReceiptCount, report.Expenditure, [.. rows.Select(row => row.ToReceipt(award))]);
        });

    static async Task<Problem> WhyRefused(Tx tx, Guid id, CurrentUser user)
    {
        var problem = await SpendingReport.WhyRefused(tx, id, user, null, SpendingReport.OnlyItsOffice(user), SpendingReportStatus.Due, SpendingReportStatus.Draft);
        if (problem.Type != Problems.WrongState || (await SpendingReport.Get(tx, id)).Status is not (SpendingReportStatus.Due or SpendingReportStatus.Draft))
            return problem;
        return SpendingReportProblems.ReportFull.With(("receiptLimit", LargestReport), ("sumLimit", new Money(Money.MaxCents)));
    }

    static async Task<List<Guid>> InsertAll(Tx tx, Guid reportId, IReadOnlyList<NewReceipt> receipts, TimeProvider time)
    {
        List<Guid> ids = [];
        foreach (var receipt in receipts)
        {
            var id = Guid.CreateVersion7(time.GetUtcNow());
            ids.Add(id);
            await tx.Execute(Insert, new
            {
                id,
                reportId,
                receipt.Number,
                receipt.PaidOn,
                receipt.Payee,
                receipt.PayeeKey,
                receipt.Purpose,
                receipt.Category,
                AmountCents = receipt.Amount.Cents,
            });
        }
        return ids;
    }

    const string Touch = """
        update SpendingReport
        set Version = Version + 1, Status = 'draft', ReceiptCount = ReceiptCount + @Count, ExpenditureCents = ExpenditureCents + @Sum
        where Id = @id and Status in ('due', 'draft') and OfficeAgs = @Office
            and ReceiptCount + @Count <= @LargestReport and ExpenditureCents + @Sum <= @MaxCents
        """;

    const string Taken = "select Number from Receipt where SpendingReportId = @id and Number in @Numbers";

    const string Insert = """
        insert into Receipt (Id, SpendingReportId, Number, PaidOn, Payee, PayeeKey, Purpose, Category, AmountCents)
        values (@id, @reportId, @Number, @PaidOn, @Payee, @PayeeKey, @Purpose, @Category, @AmountCents)
        """;
}
