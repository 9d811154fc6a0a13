using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Records money that a site has paid back.</summary>
/// <remarks>
/// In one sum or in several, whatever the state of the claim: what the bank has booked is recorded. It pays what is open, then what was
/// written off; what is beyond is a credit, and the claim <c>overpaid</c> until it is refunded. Answers the claim as it is afterwards. No
/// If-Match: several receipts can be recorded at the same time.
/// </remarks>
sealed class RecordRepayment(CurrentUser user, BusinessClock clock) : Creation<RecordRepayment.Request, RepaymentClaim>
{
    /// <param name="Amount">What came in.</param>
    /// <param name="ReceivedOn">The day on which the bank booked it: from the day of the award's first payment to today.</param>
    /// <param name="BankReference">
    /// The bank's reference, up to 140 characters, without spaces around it; each is recorded once for a claim.
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
        Post("/repayment-claims/{id:guid}/receipts");
        Policies(Can.RecordRepayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, RepaymentProblems.BankReferenceUsed,
            LedgerProblems.BookingDateImplausible);
    }

    protected override string LocationOf(RepaymentClaim created) => $"/repayment-claims/{Id}/receipts";

    protected override async Task<Outcome<RepaymentClaim>> Handle(Tx tx, Request request)
    {
        if (await RepaymentClaim.FindFor(tx, Id, user) is not { } found)
            return Problems.NotFound;
        // What comes back is free in the programme.
        await Programme.Lock(tx, found.ProgrammeId);
        await AwardFunds.Lock(tx, found.AwardId);
        var held = (await RepaymentClaim.Lock(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, held.ProgrammeId, held.OfficeAgs) is { } excluded)
            return excluded;
        if (await tx.OneOrNull<int?>(SameBooking, new { Id, request.BankReference }) is not null)
            return RepaymentProblems.BankReferenceUsed;
        if (PlausibleBookingDate.WhyRefused(
            request.ReceivedOn, await EarliestRepayment.Find(tx, held.AwardId), clock.Today) is { } implausible)
        {
            return implausible;
        }
        var receiptId = tx.NewId();
        await tx.Execute(Insert, new
        {
            ReceiptId = receiptId,
            Id,
            held.AwardId,
            held.OfficeAgs,
            request.Amount,
            request.ReceivedOn,
            request.BankReference,
            user.Actor,
            tx.Author.At,
        });
        var after = held.Standing.Receive(request.Amount);
        var claim = await held.Write(tx, after, ClaimStep.Receipt);
        var document = claim.Document($"Repayment received on {claim.Reference}", request.ReceivedOn);
        ReceiptPosting.Post(tx, held.Standing, after, document, receiptId);
        await claim.CountRepaid(tx, request.Amount);
        await CommittedShare.Book(tx, claim.AwardId, document);
        Audit.Append(tx, AuditAction.RepaymentClaimMoneyReceived, Id, claim.Version,
            new
            {
                ReceiptId = receiptId,
                request.Amount,
                request.ReceivedOn,
                BankReference = SaltedDigest.Of(request.BankReference),
                claim.Status,
                claim.Open,
                claim.Credit,
            });
        return claim.AsOf(clock.Today);
    }

    const string SameBooking = """
        select 1 from RepaymentReceipt where RepaymentClaimId = @Id and BankReference = @BankReference and Status <> 'reversed'
        """;

    const string Insert = """
        insert into RepaymentReceipt
            (Id, Version, AwardId, RepaymentClaimId, OfficeAgs, AmountCents, ReceivedOn, BankReference, RecordedBy, CreatedAt, UpdatedAt)
        values (@ReceiptId, 1, @AwardId, @Id, @OfficeAgs, @Amount, @ReceivedOn, @BankReference, @Actor, @At, @At)
        """;
}
