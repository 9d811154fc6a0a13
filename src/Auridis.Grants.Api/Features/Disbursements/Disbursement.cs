
namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>A payment to a site (Mittelabruf, Auszahlung).</summary>
/// <param name="AwardId">The award that it is paid from.</param>
/// <param name="OfficeAgs">The recipient's official municipality key.</param>
/// <param name="Reference">The award's number and the payment's own, counted without gaps in the award: <c>GA-2018-A-Z-03-P01</c>.</param>
/// <param name="Amount">Greater than zero.</param>
/// <param name="Purpose">What the site needs it for in the coming use-by period.</param>
/// <param name="Unspent">How much of the money paid so far was unspent when this was requested.</param>
/// <param name="BankAccount">The account as it was when the money was requested: a later change never redirects a payment.</param>
/// <param name="RequestedOn">Business date, as the dates below.</param>
/// <param name="BookedOn">When the bank booked the payment; recorded by one person while the payment is released, confirmed by another.</param>
/// <param name="BankReference">The bank's reference for that booking.</param>
/// <param name="UseByOn">The day by which the site must have used the money; set when the payment is settled.</param>
/// <param name="ReturnedOn">When the bank booked the return; recorded by one person while the payment is settled, confirmed by another.</param>
/// <param name="ReturnBankReference">The bank's reference for that booking.</param>
/// <param name="Reason">Why it was rejected or came back.</param>
/// <param name="ApprovedOn">When it was found factually and arithmetically right (Feststellung).</param>
/// <param name="ReleasedOn">When the payment was ordered (Anordnung).</param>
sealed record Disbursement(
    Guid Id,
    int Version,
    Guid AwardId,
    string OfficeAgs,
    string Reference,
    [property: OneOf(typeof(DisbursementStatus))] string Status,
    Money Amount,
    string Purpose,
    Money Unspent,
    PaidAccount BankAccount,
    DateOnly RequestedOn,
    DateOnly? ApprovedOn,
    DateOnly? ReleasedOn,
    DateOnly? BookedOn,
    string? BankReference,
    DateOnly? UseByOn,
    DateOnly? ReturnedOn,
    string? ReturnBankReference,
    string? Reason) : IView
{
    /// <summary>The payment, or null when there is none with this id.</summary>
    public static Task<Row?> Find(Session session, Guid id) => session.OneOrNull<Row>(Row.Select + " where Id = @Id", new { Id = id });

    /// <summary>
    /// Why the award's spending report forbids to draw this; null when it does not. Accepting a report holds the award too, so ask after touching it.
    /// </summary>
    /// <param name="drawn">What is drawn of the award, the request included.</param>
    public static async Task<Problem?> WhyReportForbids(Session session, Guid awardId, Money drawn, Money requested, DateOnly today)
    {
        if (await WhyOverdue(session, awardId, today) is { } overdue)
            return overdue;
        return await session.OneOrNull<ReportRow>(FindReport, new { AwardId = awardId }) switch
        {
            // Until it is examined, what the site says that it spent is the most it can be entitled to.
            { Status: "submitted" or "in-examination" } report when drawn.Cents > report.ExpenditureCents =>
                DisbursementProblems.BeyondReportedExpenditure.With(("expenditure", new Money(report.ExpenditureCents)), ("drawn", drawn)),
            { EntitlementCents: { } entitlement } when drawn.Cents > entitlement => DisbursementProblems.FinalReportAccepted.With(
                ("entitlement", new Money(entitlement)), ("available", new Money(Math.Max(0, entitlement - drawn.Cents + requested.Cents))), ("requested", requested)),
            _ => null,
        };
    }

    /// <summary>The problem with a report that is overdue; null when none is.</summary>
    public static async Task<Problem?> WhyOverdue(Session session, Guid awardId, DateOnly today) =>
        await session.OneOrNull<DateOnly?>(FindOverdue, new { AwardId = awardId, Today = today }) is { } dueOn
            ? DisbursementProblems.ReportOverdue.With(("dueOn", dueOn), ("today", today))
            : null;

    /// <summary>
    /// Why a conditional update of a payment changed nothing, in the documented order: not found, four eyes, stale version, wrong state.
    /// </summary>
    /// <param name="earlier">The persons who may not take this step, and as what they have acted.</param>
    public static async Task<Problem> WhyRefused(
        Tx tx, Guid id, CurrentUser user, int version, Func<Row, (string? Actor, ActedAs As)[]> earlier, params string[] expected)
    {
        if (await Find(tx, id) is not { } payment || !user.Sees(payment.OfficeAgs))
            return Problems.NotFound;
        if (Array.Find(earlier(payment), person => user.Is(person.Actor)) is { Actor: not null } same)
            return Problems.FourEyes.With(("earlier", same.As));
        return Problems.StaleOrWrongState(payment.Version, version, payment.Status, expected);
    }

    const string FindReport = "select Status, ExpenditureCents, EntitlementCents from SpendingReport where AwardId = @AwardId";

    const string FindOverdue = "select min(DueOn) from SpendingReport where AwardId = @AwardId and DueOn < @Today and Status in ('due', 'draft')";

    sealed class ReportRow
    {
        public required string Status { get; init; }
        public required long ExpenditureCents { get; init; }
        public required long? EntitlementCents { get; init; }
    }

    /// <summary>A row of the table.</summary>
    public sealed class Row : IPaged
    {
        public const string Select = """
            select Seq, Id, Version, AwardId, OfficeAgs, Reference, Status, AmountCents, Purpose, UnspentCents, BankAccountId, Iban, Bic, Holder,
                RequestedBy, RequestedOn, ApprovedBy, ApprovedOn, ReleasedBy, ReleasedOn, BookedOn, BankReference, SettlementRecordedBy, UseByOn,
                ReturnedOn, ReturnBankReference, ReturnRecordedBy, Reason
            from Disbursement
            """;

        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required Guid AwardId { get; init; }
        public required string OfficeAgs { get; init; }
        public required string Reference { get; init; }
        public required string Status { get; init; }
        public required long AmountCents { get; init; }
        public required string Purpose { get; init; }
        public required long UnspentCents { get; init; }
        public required Guid BankAccountId { get; init; }
        public required string Iban { get; init; }
        public required string? Bic { get; init; }
        public required string Holder { get; init; }
        public required string RequestedBy { get; init; }
        public required DateOnly RequestedOn { get; init; }
        public required string? ApprovedBy { get; init; }
        public required DateOnly? ApprovedOn { get; init; }
        public required string? ReleasedBy { get; init; }
        public required DateOnly? ReleasedOn { get; init; }
        public required DateOnly? BookedOn { get; init; }
        public required string? BankReference { get; init; }
        public required string? SettlementRecordedBy { get; init; }
        public required DateOnly? UseByOn { get; init; }
        public required DateOnly? ReturnedOn { get; init; }
        public required string? ReturnBankReference { get; init; }
        public required string? ReturnRecordedBy { get; init; }
        public required string? Reason { get; init; }

        public Money Amount => new(AmountCents);

        /// <summary>The payment as this caller may see it.</summary>
        public Disbursement For(CurrentUser user) => new(
            Id, Version, AwardId, OfficeAgs, Reference, Status, Amount, Purpose, new Money(UnspentCents),
            new PaidAccount(BankAccountId, Features.YouthOffices.BankAccount.ShowIban(user, OfficeAgs, Iban), Bic, Holder),
            RequestedOn, ApprovedOn, ReleasedOn, BookedOn, BankReference, UseByOn, ReturnedOn, ReturnBankReference, Reason);
    }
}

/// <summary>The account that a payment goes to.</summary>
/// <param name="Id">The bank account that it was copied from.</param>
/// <param name="Iban">In full for finance and the office itself; for others the middle is masked by asterisks.</param>
/// <param name="Bic">Null when none was given.</param>
/// <param name="Holder">Who holds the account.</param>
sealed record PaidAccount(Guid Id, string Iban, string? Bic, string Holder);
