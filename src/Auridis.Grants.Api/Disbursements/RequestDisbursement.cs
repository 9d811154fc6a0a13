using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Awards;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Auridis.Grants.Api.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Disbursements;

/// <summary>Requests money of an award.</summary>
sealed class RequestDisbursement : IEndpoint
{
    /// <param name="Amount">What is asked for.</param>
    /// <param name="Purpose">What it is needed for in the coming use-by period, up to 2,000 characters.</param>
    /// <param name="Unspent">How much of the money paid so far is unspent, at most what was paid.</param>
    /// <param name="BankAccountId">A verified bank account of the office.</param>
    public sealed record Request(Money Amount, string Purpose, Money Unspent, Guid BankAccountId);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Amount).Positive();
            RuleFor(request => request.Purpose).Prose(2000);
            RuleFor(request => request.Unspent).NotNegative();
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/awards/{id:guid}/disbursements", Handle)
        .RequireAuthorization(Policies.CanRequestPayments)
        .MovesMoney()
        .Describe("requestDisbursement", "Requests money of an award",
            "By the office that the award belongs to. All that is requested, approved, released and settled never exceeds the award, however many request at once; "
            + "nor the expenditure that the spending report declares, once it is handed in; nor what the site is entitled to, once it is accepted.")
        .Refuses(Problems.NotFound, Problems.Forbidden, DisbursementProblems.AwardNotActive, DisbursementProblems.AwardExceeded,
            DisbursementProblems.UnspentExceedsPaid, DisbursementProblems.BankAccountUnknown, DisbursementProblems.BankAccountUnverified,
            DisbursementProblems.ReportOverdue, DisbursementProblems.BeyondReportedExpenditure, DisbursementProblems.FinalReportAccepted);

    static Task<Created<Disbursement>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock clock, TimeProvider time) =>
        change.Create<Disbursement>(payment => $"/disbursements/{payment.Id}", async tx =>
        {
            var today = clock.Today;
            var drawn = await AwardFunds.Draw(tx, id, request.Amount);
            if (await tx.Find<AwardRow>(FindAward, new { id }) is not { } award || !user.Sees(award.OfficeAgs))
                return Problems.NotFound.With();
            if (!user.ActsFor(award.OfficeAgs))
                return Problems.Forbidden.With();
            if (!drawn)
                return WhyNotDrawn(award, request.Amount);
            if (request.Unspent.Cents > award.PaidCents)
                return DisbursementProblems.UnspentExceedsPaid.With(("unspent", request.Unspent), ("paid", new Money(award.PaidCents)));
            if (await BankAccount.Find(tx, request.BankAccountId) is not { } account || account.OfficeAgs != award.OfficeAgs)
                return DisbursementProblems.BankAccountUnknown.With();
            if (account.Status != BankAccountStatus.Verified)
                return DisbursementProblems.BankAccountUnverified.With();
            if (await Disbursement.WhyReportForbids(tx, id, new Money(award.DrawnCents), request.Amount, today) is { } forbidden)
                return forbidden;
            var payment = Guid.CreateVersion7(time.GetUtcNow());
            await tx.Execute(Insert, new
            {
                Id = payment,
                AwardId = id,
                award.OfficeAgs,
                Reference = FormattableString.Invariant($"{award.Number}-P{award.PaymentCount:00}"),
                AmountCents = request.Amount.Cents,
                request.Purpose,
                UnspentCents = request.Unspent.Cents,
                BankAccountId = account.Id,
                account.Iban,
                account.Bic,
                account.Holder,
                RequestedBy = user.Actor,
                RequestedOn = today,
            });
            Audit.Append(tx, "disbursement.requested", payment, 1, new { AwardId = id, request.Amount, request.Unspent, request.BankAccountId });
            return (await Disbursement.Find(tx, payment))!.For(user);
        });

    static Problem WhyNotDrawn(AwardRow award, Money requested) => award.Status != AwardStatus.Active
        ? DisbursementProblems.AwardNotActive.With(("actual", award.Status))
        : DisbursementProblems.AwardExceeded.With(("available", new Money(award.AmountCents - award.DrawnCents)), ("requested", requested));

    const string FindAward = "select Number, OfficeAgs, Status, AmountCents, DrawnCents, PaidCents, PaymentCount from Award where Id = @id";

    const string Insert = """
        insert into Disbursement (Id, Version, AwardId, OfficeAgs, Reference, Status, AmountCents, Purpose, UnspentCents, BankAccountId, Iban, Bic,
            Holder, RequestedBy, RequestedOn)
        values (@Id, 1, @AwardId, @OfficeAgs, @Reference, 'requested', @AmountCents, @Purpose, @UnspentCents, @BankAccountId, @Iban, @Bic,
            @Holder, @RequestedBy, @RequestedOn)
        """;

    sealed class AwardRow
    {
        public required string Number { get; init; }
        public required string OfficeAgs { get; init; }
        public required string Status { get; init; }
        public required long AmountCents { get; init; }
        public required long DrawnCents { get; init; }
        public required long PaidCents { get; init; }
        public required int PaymentCount { get; init; }
    }
}
