using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Ledger;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Repayments;

/// <summary>Records money that a site has paid back.</summary>
sealed class RecordRepayment : IEndpoint
{
    /// <param name="Amount">What came in; at most what is open.</param>
    /// <param name="ReceivedOn">The day on which the bank booked it: from the day of the award's first payment to today.</param>
    /// <param name="BankReference">What finds it on the bank's statement, up to 140 characters, without spaces around it; once for each claim.</param>
    public sealed record Request(Money Amount, DateOnly ReceivedOn, string BankReference);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Amount).Positive();
            RuleFor(request => request.BankReference).Line(140)
                .Must(reference => reference.Trim() == reference)
                .WithMessage(_ => Text.Of("No spaces before or after it.", "Keine Leerzeichen davor oder dahinter."));
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/repayment-claims/{id:guid}/receipts", Handle)
        .RequireAuthorization(Policies.CanRecordRepayments)
        .MovesMoney()
        .Describe("recordRepayment", "Records money that a site has paid back",
            "In one sum or in several; never more than is open. Answers the claim as it is then. No If-Match: receipts do not get in each other's way.")
        .Refuses(Problems.NotFound, Problems.WrongState, RepaymentProblems.BankReferenceUsed, RepaymentProblems.ClaimExceeded, LedgerProblems.BookingDateImplausible);

    static Task<Created<RepaymentClaim>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock clock, TimeProvider time) =>
        change.Create<RepaymentClaim>(_ => $"/repayment-claims/{id}/receipts", async tx =>
        {
            var (amount, receivedOn, _) = request;
            if (await tx.Execute(Touch, new { id, AmountCents = amount.Cents }) == 0)
                return await WhyRefused(tx, id, user, request);
            if (await tx.Find<int?>(SameBooking, new { id, request.BankReference }) is not null)
                return RepaymentProblems.BankReferenceUsed.With();
            var receiptId = Guid.CreateVersion7(time.GetUtcNow());
            await tx.Execute(Insert, new { receiptId, id, AmountCents = amount.Cents, receivedOn, request.BankReference, user.Actor });
            var claim = (await RepaymentClaim.Find(tx, id, user))!;
            var firstPayment = await tx.Get<DateOnly?>(FirstPayment, new { claim.AwardId });
            if (LedgerProblems.WhyImplausible(receivedOn, firstPayment, clock.Today) is { } implausible)
                return implausible;
            Journal.Post(tx, PostingMatrix.RepaymentReceipt, amount,
                new BusinessDocument(id, claim.Reference, claim.AwardId, $"Repayment received on {claim.Reference}", receivedOn));
            Audit.Append(tx, "repayment-claim.money-received", id, claim.Version, new { receiptId, amount, receivedOn, request.BankReference, claim.Status, claim.Open });
            return claim;
        });

    static async Task<Problem> WhyRefused(Tx tx, Guid id, CurrentUser user, Request request)
    {
        if (await RepaymentClaim.Find(tx, id, user) is not { } claim)
            return Problems.NotFound;
        if (claim.Status is RepaymentClaimStatus.Paid or RepaymentClaimStatus.Cancelled)
            return Problems.WrongState.With(("actual", claim.Status), ("expected", $"{RepaymentClaimStatus.Claimed} | {RepaymentClaimStatus.PartlyPaid}"));
        return await tx.Find<int?>(SameBooking, new { id, request.BankReference }) is not null
            ? RepaymentProblems.BankReferenceUsed
            : RepaymentProblems.ClaimExceeded.With(("open", claim.Open), ("amount", request.Amount));
    }

    const string Touch = """
        update RepaymentClaim
        set Version = Version + 1, PaidCents = PaidCents + @AmountCents,
            Status = case when PaidCents + @AmountCents = PrincipalCents - ReducedCents then 'paid' else 'partly-paid' end
        where Id = @id and Status in ('claimed', 'partly-paid') and PaidCents + @AmountCents <= PrincipalCents - ReducedCents
        """;

    const string SameBooking = "select 1 from RepaymentReceipt where RepaymentClaimId = @id and BankReference = @BankReference";

    // Nothing can come back before something was paid; a payment that the bank returned was paid as well.
    const string FirstPayment = "select min(BookedOn) from Disbursement where AwardId = @AwardId and Status in ('settled', 'returned')";

    const string Insert = """
        insert into RepaymentReceipt (Id, RepaymentClaimId, AmountCents, ReceivedOn, BankReference, RecordedBy)
        values (@receiptId, @id, @AmountCents, @receivedOn, @BankReference, @Actor)
        """;
}
