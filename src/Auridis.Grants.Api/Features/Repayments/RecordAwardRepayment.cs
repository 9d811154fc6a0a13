using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Records money that a site has paid back before it was claimed.</summary>
/// <remarks>
/// It lowers what is paid of the award and can be drawn again; a later claim starts from it. While a claim on the award is open, the money
/// is recorded on that. No If-Match: several receipts can be recorded at the same time.
/// </remarks>
sealed class RecordAwardRepayment(CurrentUser user, BusinessClock clock) : Creation<RecordAwardRepayment.Request, RepaymentReceipt>
{
    /// <param name="Amount">What came in; at most what the site has of the award.</param>
    /// <param name="ReceivedOn">The day on which the bank booked it: from the day of the award's first payment to today.</param>
    /// <param name="BankReference">
    /// The bank's reference, up to 140 characters, without spaces around it; each is recorded once for an award.
    /// </param>
    public sealed record Request(Money Amount, DateOnly ReceivedOn, string BankReference);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Amount).Positive();
            RuleFor(request => request.BankReference).BankReference();
        }
    }

    public override void Configure()
    {
        Post("/awards/{id:guid}/repayments");
        Policies(Can.RecordRepayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, RepaymentProblems.ClaimOpen, RepaymentProblems.BankReferenceUsed,
            RepaymentProblems.RepaymentExceedsPaid, LedgerProblems.BookingDateImplausible);
    }

    protected override string LocationOf(RepaymentReceipt created) => $"/repayment-receipts/{created.Id}";

    protected override async Task<Outcome<RepaymentReceipt>> Handle(Tx tx, Request request)
    {
        if (await Award.FindFor(tx, Id, user) is not { } found)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, found.ProgrammeId, found.OfficeAgs) is { } excluded)
            return excluded;
        // Where the award is over, what comes back is free in the programme.
        await Programme.Lock(tx, found.ProgrammeId);
        await AwardFunds.Lock(tx, Id);
        var award = (await Award.Find(tx, Id))!;
        if (await OpenClaims.FirstOf(tx, Id) is { } claim)
            return RepaymentProblems.ClaimOpen.With(("reference", claim));
        if (await tx.OneOrNull<int?>(SameBooking, new { Id, request.BankReference }) is not null)
            return RepaymentProblems.BankReferenceUsed;
        if (RepaymentWithinPaid.WhyRefused(award, request.Amount) is { } tooMuch)
            return tooMuch;
        if (PlausibleBookingDate.WhyRefused(
            request.ReceivedOn, await EarliestRepayment.Find(tx, Id), clock.Today) is { } implausible)
        {
            return implausible;
        }
        var receiptId = tx.NewId();
        await tx.Execute(Insert, new
        {
            ReceiptId = receiptId,
            Id,
            award.OfficeAgs,
            request.Amount,
            request.ReceivedOn,
            request.BankReference,
            user.Actor,
            tx.Author.At,
        });
        await AwardFunds.TakeBack(tx, Id, request.Amount);
        var document = new BusinessDocument(
            receiptId, award.Reference, award.ProgrammeId, Id, $"Paid back on {award.Reference}", request.ReceivedOn);
        Journal.Post(tx, PostingMatrix.AwardRepayment, request.Amount, document,
            (end, seq) => RepaymentReceipt.KeepEntry(end, receiptId, seq));
        await CommittedShare.Book(tx, Id, document);
        Audit.Append(tx, AuditAction.RepaymentReceiptRecorded, receiptId, 1, new
        {
            AwardId = Id,
            request.Amount,
            request.ReceivedOn,
            BankReference = SaltedDigest.Of(request.BankReference),
        });
        return (await RepaymentReceipt.Find(tx, receiptId))!;
    }

    const string SameBooking = """
        select 1 from RepaymentReceipt
        where AwardId = @Id and RepaymentClaimId is null and BankReference = @BankReference and Status <> 'reversed'
        """;

    const string Insert = """
        insert into RepaymentReceipt
            (Id, Version, AwardId, OfficeAgs, AmountCents, ReceivedOn, BankReference, RecordedBy, CreatedAt, UpdatedAt)
        values (@ReceiptId, 1, @Id, @OfficeAgs, @Amount, @ReceivedOn, @BankReference, @Actor, @At, @At)
        """;
}
