using Auridis.Grants.Api.Features.Awards;
using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Adds receipts to a report.</summary>
/// <remarks>
/// By the office itself, until the report is submitted, and again while it is returned: all of them or none. When receipts are invalid,
/// none is added, and errors names each of them: first what is wrong with them by themselves, then what the report and its award do not
/// allow. No If-Match: additions at the same time do not disturb each other. A flagged receipt is added all the same. A credit note is a
/// receipt with a negative amount; it names the receipt that it is on, in this or in another report of the award. Where a report states
/// totals of lines, receipts are added during the examination, of the lines that the examiner has asked for; the examiner records findings
/// after that.
/// </remarks>
sealed class AddReceipts(CurrentUser user, BusinessClock clock) : Creation<AddReceipts.Request, ReceiptsAdded>
{
    /// <param name="Receipts">1 to 200 receipts.</param>
    public sealed record Request(IReadOnlyList<NewReceipt> Receipts);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Receipts).NotEmpty().AtMost(200);
            RuleForEach(request => request.Receipts)
                .SetValidator(new NewReceipt.Validator())
                .ChildRules(receipt => receipt.RuleFor(item => item.Number)
                    .Must((item, number, context) => ReferenceEquals(item, In(context).First(other => other.Number == number)))
                    .WithMessage(_ => Bilingual.Of(
                        "Another receipt of this request has this number.", "Ein anderer Beleg dieser Anfrage hat diese Nummer.")));
        }

        static IReadOnlyList<NewReceipt> In(IValidationContext context) => ((Request)context.ParentContext.InstanceToValidate).Receipts;
    }

    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/receipts");
        Policies(Can.WriteSpendingReports);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.WrongState, SpendingReportProblems.ReportFull,
            SpendingReportProblems.ReceiptsRefused, SpendingReportProblems.CreditAboveReceipt);
    }

    protected override string LocationOf(ReceiptsAdded created) => $"/spending-reports/{Id}/receipts";

    protected override async Task<Outcome<ReceiptsAdded>> Handle(Tx tx, Request request)
    {
        var sum = new Money(request.Receipts.Sum(receipt => receipt.Amount.Cents));
        if (await ReceiptRoom.Take(tx, Id, user, request.Receipts.Count, sum) is { } problem)
            return problem;
        var report = (await SpendingReport.Find(tx, Id))!;
        var award = (await Award.Find(tx, report.AwardId))!;
        var taken = await tx.All<string>(Taken, new
        {
            report.AwardId,
            Numbers = request.Receipts.Select(receipt => receipt.Number),
        });
        var faults = ReceiptFaults.Of(request.Receipts, SampledReceipts.Lines(report, award.Categories), taken, clock.Today);
        if (faults.Count > 0)
            return SpendingReportProblems.ReceiptsRefused with { Errors = faults };
        var added = await InsertAll(tx, report.AwardId, request.Receipts);
        if (await CreditWithinReceipt.WhyRefused(tx, report.AwardId) is { } above)
            return above;
        await SampledReceipts.Keep(tx, Id);
        Audit.Append(tx, AuditAction.SpendingReportReceiptsAdded, Id, report.Version,
            new { Added = added.Count, Sum = sum, report.ReceiptCount, report.Expenditure });
        var receipts = await tx.All<Receipt>(Receipt.Select + " where r.Id in @Added order by r.Seq", new { Added = added });
        return new ReceiptsAdded(report, receipts);
    }

    async Task<List<Guid>> InsertAll(Tx tx, Guid awardId, IReadOnlyList<NewReceipt> receipts)
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
                AwardId = awardId,
                receipt.Number,
                receipt.PaidOn,
                receipt.Payee,
                PayeeKey = TextKey.Of(receipt.Payee),
                receipt.Purpose,
                receipt.Category,
                receipt.Amount,
                receipt.Reference,
                receipt.ProcurementNote,
                tx.Author.At,
            });
        }
        return ids;
    }

    const string Taken = "select Number from Receipt where AwardId = @AwardId and Number in @Numbers";

    const string Insert = """
        insert into Receipt (Id, SpendingReportId, AwardId, Number, PaidOn, Payee, PayeeKey, Purpose, Category, AmountCents, Reference,
            ProcurementNote, CreatedAt, UpdatedAt)
        values (@ReceiptId, @Id, @AwardId, @Number, @PaidOn, @Payee, @PayeeKey, @Purpose, @Category, @Amount, @Reference,
            @ProcurementNote, @At, @At)
        """;
}
