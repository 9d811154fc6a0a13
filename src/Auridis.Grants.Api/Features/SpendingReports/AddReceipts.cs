using Auridis.Grants.Api.Features.Awards;
using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Adds receipts to a report, all of them or none.</summary>
/// <remarks>
/// Until it is handed in. When a receipt is not good, none is added, and errors names every receipt that is not. No If-Match: additions
/// do not get in each other's way. A receipt that is flagged is added all the same.
/// </remarks>
sealed class AddReceipts(CurrentUser user, BusinessClock clock) : Creation<AddReceipts.Request, AddReceipts.Response>
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
    public new sealed record Response(Guid Id, int Version, int ReceiptCount, Money Expenditure, IReadOnlyList<Receipt> Receipts) : IResource;

    /// <summary>Only the size: what is wrong with a receipt is told together with the rules, all in one answer.</summary>
    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Receipts).NotEmpty().AtMost(200);
    }

    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/receipts");
        Policies(Can.WriteSpendingReports);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.WrongState, SpendingReportProblems.ReportFull,
            SpendingReportProblems.ReceiptsRefused);
    }

    protected override string LocationOf(Response created) => $"/spending-reports/{Id}/receipts";

    protected override async Task<Outcome<Response>> Handle(Tx tx, Request request)
    {
        var sum = request.Receipts.Sum(receipt => receipt.Amount.Cents);
        if (await tx.Execute(Touch, new { Id, user.Office, Count = request.Receipts.Count, Sum = sum, LargestReport, Money.MaxCents }) == 0)
            return await WhyRefused(tx);
        var report = await SpendingReport.Get(tx, Id);
        var award = (await Award.Find(tx, report.AwardId))!;
        var taken = await tx.All<string>(Taken, new { Id, Numbers = request.Receipts.Select(receipt => receipt.Number) });
        var faults = NewReceipt.Faults(request.Receipts, [.. award.Lines.Select(line => line.Category)], taken, clock.Today);
        if (faults.Count > 0)
            return SpendingReportProblems.ReceiptsRefused with { Errors = faults };
        var added = await InsertAll(tx, request.Receipts);
        Audit.Append(tx, "spending-report.receipts-added", Id, report.Version, new { Added = added.Count, Sum = new Money(sum), report.ReceiptCount, report.Expenditure });
        var rows = await tx.All<Receipt.Row>(Receipt.Row.Select + " where r.Id in @Added order by r.Seq", new { Added = added });
        return new Response(Id, report.Version, report.ReceiptCount, report.Expenditure, [.. rows.Select(row => row.ToReceipt(award))]);
    }

    async Task<Problem> WhyRefused(Tx tx)
    {
        var problem = await SpendingReport.WhyRefused(tx, Id, user, null, SpendingReport.OnlyItsOffice(user), SpendingReportStatus.Due, SpendingReportStatus.Draft);
        if (!problem.Is(Problems.WrongState) || (await SpendingReport.Get(tx, Id)).Status is not (SpendingReportStatus.Due or SpendingReportStatus.Draft))
            return problem;
        return SpendingReportProblems.ReportFull.With(("receiptLimit", LargestReport), ("sumLimit", new Money(Money.MaxCents)));
    }

    async Task<List<Guid>> InsertAll(Tx tx, IReadOnlyList<NewReceipt> receipts)
    {
        List<Guid> ids = [];
        foreach (var receipt in receipts)
        {
            var receiptId = tx.NewId();
            ids.Add(receiptId);
            await tx.Execute(Insert, new
            {
                ReceiptId = receiptId,
                Id,
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
        where Id = @Id and Status in ('due', 'draft') and OfficeAgs = @Office
            and ReceiptCount + @Count <= @LargestReport and ExpenditureCents + @Sum <= @MaxCents
        """;

    const string Taken = "select Number from Receipt where SpendingReportId = @Id and Number in @Numbers";

    const string Insert = """
        insert into Receipt (Id, SpendingReportId, Number, PaidOn, Payee, PayeeKey, Purpose, Category, AmountCents)
        values (@ReceiptId, @Id, @Number, @PaidOn, @Payee, @PayeeKey, @Purpose, @Category, @AmountCents)
        """;
}
