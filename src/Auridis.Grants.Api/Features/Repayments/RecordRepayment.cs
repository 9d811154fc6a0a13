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
        var held = (await RepaymentClaim.Lock(tx, Id))!;
        if (ExcludedPersons.WhyRefused(user, held.OfficeAgs) is { } excluded)
            return excluded;
        if (held.Open.Cents == 0)
            return Problems.WrongState.With(("actual", held.Status), ("expected", Payable));
        if (await tx.OneOrNull<int?>(SameBooking, new { Id, request.BankReference }) is not null)
            return RepaymentProblems.BankReferenceUsed;
        if (request.Amount.Cents > held.Open.Cents)
            return RepaymentProblems.ClaimExceeded.With(("open", held.Open), ("amount", request.Amount));
        var claim = await held.Write(tx, held.Standing.Receive(request.Amount), ClaimStep.Receipt);
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
        // Interest is not what was paid.
        if (claim.Kind != RepaymentClaimKind.Interest)
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

    const string Payable = $"{RepaymentClaimStatus.Claimed} | {RepaymentClaimStatus.PartlyPaid} | {RepaymentClaimStatus.Deferred}";

    const string SameBooking = "select 1 from RepaymentReceipt where RepaymentClaimId = @Id and BankReference = @BankReference";

    const string Insert = """
        insert into RepaymentReceipt (Id, RepaymentClaimId, AmountCents, ReceivedOn, BankReference, RecordedBy, CreatedAt)
        values (@ReceiptId, @Id, @Amount, @ReceivedOn, @BankReference, @Actor, @At)
        """;
}
