using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Requests money of an award.</summary>
/// <remarks>
/// By the office that the award belongs to. What is requested, approved, released and settled never exceeds the award, however many
/// request at once. It never exceeds the expenditure that the spending report declares, once that is submitted, nor what the site is
/// entitled to, once that is accepted. Not while a report of the award is overdue.
/// </remarks>
sealed class RequestDisbursement(CurrentUser user, BusinessClock clock) : Creation<RequestDisbursement.Request, Disbursement>
{
    /// <param name="Amount">What is requested, at most what is left of the award.</param>
    /// <param name="Purpose">What it is needed for in the coming use-by period, up to 2,000 characters.</param>
    /// <param name="Unspent">How much of the money paid so far is unspent, at most what was paid.</param>
    /// <param name="BankAccountId">A verified bank account of the office.</param>
    public sealed record Request(Money Amount, string Purpose, Money Unspent, Guid BankAccountId);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Amount).Positive();
            RuleFor(request => request.Purpose).Prose(2000);
            RuleFor(request => request.Unspent).NotNegative();
        }
    }

    public override void Configure()
    {
        Post("/awards/{id:guid}/disbursements");
        Policies(Can.RequestPayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.Forbidden, DisbursementProblems.AwardNotActive, DisbursementProblems.AwardExceeded,
            DisbursementProblems.UnspentExceedsPaid, DisbursementProblems.BankAccountUnknown,
            DisbursementProblems.BankAccountUnverified, DisbursementProblems.ReportOverdue,
            DisbursementProblems.BeyondReportedExpenditure, DisbursementProblems.FinalReportAccepted);
    }

    protected override string LocationOf(Disbursement payment) => $"/disbursements/{payment.Id}";

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx, Request request)
    {
        var today = clock.Today;
        var drawn = await AwardFunds.Draw(tx, Id, request.Amount);
        if (await tx.OneOrNull<AwardRow>(FindAward, new { Id }) is not { } award || !user.Sees(award.OfficeAgs))
            return Problems.NotFound;
        if (!user.ActsFor(award.OfficeAgs))
            return Problems.Forbidden;
        if (!drawn)
            return DrawnWithinAward.WhyRefused(award.Status, award.Amount, award.Drawn, request.Amount);
        if (UnspentWithinPaid.WhyRefused(request.Unspent, award.Paid) is { } unspent)
            return unspent;
        var account = await BankAccount.Find(tx, request.BankAccountId);
        if (VerifiedAccount.WhyRefused(account?.OfficeAgs, account?.Status, award.OfficeAgs) is { } unusable)
            return unusable;
        if (await ReportBarsPayment.WhyRefused(tx, Id, award.Drawn, request.Amount, today) is { } forbidden)
            return forbidden;
        var payment = tx.NewId();
        await tx.Execute(Insert, new
        {
            Id = payment,
            award.ProgrammeId,
            AwardId = Id,
            award.OfficeAgs,
            Reference = PaymentReference.Of(award.Reference, award.PaymentCount),
            request.Amount,
            request.Purpose,
            request.Unspent,
            BankAccountId = account!.Id,
            account.Iban,
            account.Bic,
            account.Holder,
            RequestedBy = user.Actor,
            RequestedOn = today,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.DisbursementRequested, payment, 1,
            new { AwardId = Id, request.Amount, request.Unspent, request.BankAccountId });
        return (await Disbursement.Find(tx, payment))!.For(user);
    }

    const string FindAward = """
        select ProgrammeId, Reference, OfficeAgs, Status, AmountCents, DrawnCents, PaidCents, PaymentCount
        from Award where Id = @Id
        """;

    const string Insert = """
        insert into Disbursement (Id, Version, ProgrammeId, AwardId, OfficeAgs, Reference, Status, AmountCents, Purpose, UnspentCents,
            BankAccountId, Iban, Bic, Holder, RequestedBy, RequestedOn, CreatedAt, UpdatedAt)
        values (@Id, 1, @ProgrammeId, @AwardId, @OfficeAgs, @Reference, 'requested', @Amount, @Purpose, @Unspent,
            @BankAccountId, @Iban, @Bic, @Holder, @RequestedBy, @RequestedOn, @At, @At)
        """;

    sealed record AwardRow
    {
        public required Guid ProgrammeId { get; init; }
        public required string Reference { get; init; }
        public required string OfficeAgs { get; init; }
        public required string Status { get; init; }
        public required Money Amount { get; init; }
        public required Money Drawn { get; init; }
        public required Money Paid { get; init; }
        public required int PaymentCount { get; init; }
    }
}
