using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Records money that a site has paid back.</summary>
/// <remarks>
/// In one sum or in several; never more than is open. Answers the claim as it is afterwards. No If-Match: several receipts can be recorded
/// at the same time.
/// </remarks>
sealed class RecordRepayment(CurrentUser user, BusinessClock clock) : Creation<RecordRepayment.Request, RepaymentClaim>
{
    /// <param name="Amount">What came in; at most what is open.</param>
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
            RuleFor(request => request.BankReference).Line(140)
                .Must(reference => reference.Trim() == reference)
                .WithMessage(_ => Bilingual.Of(
                    "Must not begin or end with a space.", "Darf nicht mit einem Leerzeichen beginnen oder enden."));
        }
    }

    public override void Configure()
    {
        Post("/repayment-claims/{id:guid}/receipts");
        Policies(Can.RecordRepayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.WrongState, RepaymentProblems.BankReferenceUsed,
            RepaymentProblems.ClaimExceeded, LedgerProblems.BookingDateImplausible);
    }

    protected override string LocationOf(RepaymentClaim created) => $"/repayment-claims/{Id}/receipts";

    protected override async Task<Outcome<RepaymentClaim>> Handle(Tx tx, Request request)
    {
        if (await RepaymentClaim.FindFor(tx, Id, user) is not { } found)
            return Problems.NotFound;
        // What comes back is free in the programme.
        await Programme.Lock(tx, found.ProgrammeId);
        await AwardFunds.Lock(tx, found.AwardId);
        if (await tx.Execute(Touch, new { Id, request.Amount, tx.Author.At }) == 0)
            return await WhyRefused(tx, request);
        var claim = (await RepaymentClaim.Find(tx, Id))!;
        if (ExcludedPersons.WhyRefused(user, claim.OfficeAgs) is { } excluded)
            return excluded;
        if (await tx.OneOrNull<int?>(SameBooking, new { Id, request.BankReference }) is not null)
            return RepaymentProblems.BankReferenceUsed;
        var receiptId = tx.NewId();
        await tx.Execute(Insert, new
        {
            ReceiptId = receiptId,
            Id,
            request.Amount,
            request.ReceivedOn,
            request.BankReference,
            user.Actor,
            tx.Author.At,
        });
        var firstPayment = await EarliestRepayment.Find(tx, claim.AwardId);
        if (PlausibleBookingDate.WhyRefused(request.ReceivedOn, firstPayment, clock.Today) is { } implausible)
            return implausible;
        var document = new BusinessDocument(
            Id, claim.Reference, claim.ProgrammeId, claim.AwardId, $"Repayment received on {claim.Reference}", request.ReceivedOn);
        Journal.Post(tx, PostingMatrix.RepaymentReceipt, request.Amount, document);
        await AwardFunds.Repay(tx, claim.AwardId, request.Amount);
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
            });
        return claim.AsOf(clock.Today);
    }

    async Task<Problem> WhyRefused(Tx tx, Request request)
    {
        if (await RepaymentClaim.FindFor(tx, Id, user) is not { } claim)
            return Problems.NotFound;
        if (ExcludedPersons.WhyRefused(user, claim.OfficeAgs) is { } excluded)
            return excluded;
        if (claim.Status is RepaymentClaimStatus.Paid or RepaymentClaimStatus.Cancelled)
            return Problems.WrongState.With(("actual", claim.Status), ("expected", Payable));
        return await tx.OneOrNull<int?>(SameBooking, new { Id, request.BankReference }) is not null
            ? RepaymentProblems.BankReferenceUsed
            : RepaymentProblems.ClaimExceeded.With(("open", claim.Open), ("amount", request.Amount));
    }

    const string Payable = $"{RepaymentClaimStatus.Claimed} | {RepaymentClaimStatus.PartlyPaid}";

    const string Touch = """
        update RepaymentClaim
        set Version = Version + 1, UpdatedAt = @At, PaidCents = PaidCents + @Amount,
            Status = case when PaidCents + @Amount = PrincipalCents - ReducedCents then 'paid' else 'partly-paid' end
        where Id = @Id and Status in ('claimed', 'partly-paid') and PaidCents + @Amount <= PrincipalCents - ReducedCents
        """;

    const string SameBooking = "select 1 from RepaymentReceipt where RepaymentClaimId = @Id and BankReference = @BankReference";

    const string Insert = """
        insert into RepaymentReceipt (Id, RepaymentClaimId, AmountCents, ReceivedOn, BankReference, RecordedBy, CreatedAt)
        values (@ReceiptId, @Id, @Amount, @ReceivedOn, @BankReference, @Actor, @At)
        """;
}
