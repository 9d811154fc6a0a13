using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>A payment to a site (Mittelabruf, Auszahlung).</summary>
sealed record Disbursement : IView, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme that it belongs to.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>What it is of.</summary>
    [OneOf(typeof(DisbursementKind))]
    public required string Kind { get; init; }

    /// <summary>The claim whose credit a refund pays out; null for money of the award.</summary>
    public Guid? RepaymentClaimId { get; init; }

    /// <summary>The payment that failed, and which this one tries again; null for others.</summary>
    public Guid? RetryOf { get; init; }

    /// <summary>The award that it is paid from, or that its claim is on.</summary>
    public required Guid AwardId { get; init; }

    /// <summary>The AGS of the Jugendamt that receives it.</summary>
    public required string OfficeAgs { get; init; }

    /// <summary>The award's reference and the payment's own, without gaps in the award, such as <c>GA-2018-A-Z-03-P01</c>.</summary>
    public required string Reference { get; init; }

    [OneOf(typeof(DisbursementStatus))]
    public required string Status { get; init; }

    /// <summary>Greater than zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>What the site needs it for in the coming use-by period.</summary>
    public required string Purpose { get; init; }

    /// <summary>What the site has to pay within the coming use-by period.</summary>
    public required Money Need { get; init; }

    /// <summary>How much of the money paid so far was unspent when this was requested.</summary>
    public required Money Unspent { get; init; }

    /// <summary>How much of its own money the site had used by then.</summary>
    public required Money OwnUsed { get; init; }

    /// <summary>How much of others' money (Drittmittel) the site had used by then.</summary>
    public required Money ThirdPartyUsed { get; init; }

    /// <summary>The account as it was when the money was requested: a later change never redirects a payment.</summary>
    public PaidAccount BankAccount => new(BankAccountId, Iban, Bic, Holder);

    /// <summary>When it was requested: a business date, like the dates below.</summary>
    public required DateOnly RequestedOn { get; init; }

    /// <summary>When it was found factually and arithmetically right (Feststellung).</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>When the payment was ordered (Anordnung).</summary>
    public DateOnly? ReleasedOn { get; init; }

    /// <summary>The batch that hands it to the bank; null when it is in none. Offices see no batches, and null.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>When it was handed to the bank in its batch; null before.</summary>
    public DateOnly? InstructedOn { get; init; }

    /// <summary>When it was proposed to stop it: by one person while the payment is released, confirmed by another.</summary>
    public DateOnly? StopProposedOn { get; init; }

    /// <summary>
    /// When the bank booked the payment; recorded by one person while the payment is released or instructed, confirmed by another.
    /// </summary>
    public DateOnly? BookedOn { get; init; }

    /// <summary>The bank's reference for that booking.</summary>
    public string? BankReference { get; init; }

    /// <summary>The day by which the site must have used the money; set when the payment is settled. A refund has none.</summary>
    public DateOnly? UseByOn { get; init; }

    /// <summary>
    /// When the bank booked the return; recorded by one person while the payment is settled or instructed, confirmed by another.
    /// </summary>
    public DateOnly? ReturnedOn { get; init; }

    /// <summary>The bank's reference for that booking.</summary>
    public string? ReturnBankReference { get; init; }

    /// <summary>When the bank rejected it; recorded by one person while the payment is instructed, confirmed by another.</summary>
    public DateOnly? BankRejectedOn { get; init; }

    /// <summary>The bank's reference for that.</summary>
    public string? BankRejectionReference { get; init; }

    /// <summary>Why it was rejected, also by the bank, is stopped or came back.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    // What no caller sees, or sees in another form.
    internal long Seq { get; init; }
    internal required Guid BankAccountId { get; init; }
    internal required string Iban { get; init; }
    internal required string? Bic { get; init; }
    internal required string Holder { get; init; }
    internal string? RequestedBy { get; init; }
    internal string? ApprovedBy { get; init; }
    internal string? ReleasedBy { get; init; }
    internal string? StopProposedBy { get; init; }
    internal string? SettlementRecordedBy { get; init; }
    internal string? ReturnRecordedBy { get; init; }
    internal string? BankRejectionRecordedBy { get; init; }

    internal bool IsRefund => Kind == DisbursementKind.Refund;

    /// <summary>The payment, or null when there is none with this id.</summary>
    public static Task<Disbursement?> Find(Session session, Guid id) =>
        session.OneOrNull<Disbursement>(Select + " where Id = @Id", new { Id = id });

    /// <summary>The payment as this caller may see it; null when there is none, or none for the caller.</summary>
    public static async Task<Disbursement?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } payment && user.Sees(payment.OfficeAgs) ? payment.For(user) : null;

    /// <summary>The payments that are in a batch.</summary>
    public static Task<List<Disbursement>> OfBatch(Session session, Guid batchId) =>
        session.All<Disbursement>(Select + " where BatchId = @BatchId order by Seq", new { BatchId = batchId });

    /// <summary>The payment as this caller may see it.</summary>
    public Disbursement For(CurrentUser user) => this with
    {
        Iban = WhoSeesIban.Show(user, OfficeAgs, Iban),
        BatchId = user.SeesAllOffices ? BatchId : null,
    };

    /// <summary>
    /// Why a step of the funding side on a payment changed nothing, in the documented order: not found, four eyes, excluded, stale
    /// version, wrong state; and in a state that is right, what else keeps the treasury from it: the batch, or a booking that is recorded.
    /// </summary>
    /// <param name="earlier">The persons who may not take this step, and as what they have acted.</param>
    public static async Task<Problem> WhyRefused(
        Tx tx, Guid id, CurrentUser user, int version, Func<Disbursement, (string? Actor, ActedAs As)[]> earlier, params string[] needed)
    {
        if (await Find(tx, id) is not { } payment || !user.Sees(payment.OfficeAgs))
            return Problems.NotFound;
        if (Array.Find(earlier(payment), person => user.Is(person.Actor)) is { Actor: not null } same)
            return Problems.FourEyes.With(("earlier", same.As));
        if (await ExcludedPersons.WhyRefused(tx, user, payment.ProgrammeId, payment.OfficeAgs) is { } excluded)
            return excluded;
        return payment.Version == version && needed.Contains(payment.Status, StringComparer.Ordinal)
                && await WhyNotByHand(tx, payment) is { } barred
            ? barred
            : Problems.StaleOrWrongState(payment.Version, version, payment.Status, needed);
    }

    static async Task<Problem?> WhyNotByHand(Tx tx, Disbursement payment) => payment switch
    {
        { Status: DisbursementStatus.Released, BatchId: { } batch } =>
            DisbursementProblems.InBatch.With(("batch", (await PaymentBatch.Find(tx, batch))!.Reference)),
        { Status: DisbursementStatus.Released or DisbursementStatus.Instructed, BookedOn: not null } =>
            DisbursementProblems.SettlementRecorded,
        _ => null,
    };

    public const string Select = """
        select Seq, Id, Version, ProgrammeId, Kind, RepaymentClaimId, AwardId, OfficeAgs, Reference, Status, AmountCents, Purpose,
            NeedCents, UnspentCents, OwnUsedCents, ThirdPartyUsedCents, BankAccountId, Iban, Bic, Holder, RequestedBy,
            RequestedOn, ApprovedBy, ApprovedOn, ReleasedBy, ReleasedOn, StopProposedBy,
            StopProposedOn, RetryOfId as RetryOf, BookedOn, BankReference, SettlementRecordedBy, UseByOn, ReturnedOn,
            ReturnBankReference, ReturnRecordedBy, BatchId, InstructedOn, BankRejectedOn, BankRejectionReference, BankRejectionRecordedBy,
            Reason, CreatedAt, UpdatedAt
        from Disbursement
        """;
}

/// <summary>The account that a payment goes to.</summary>
/// <param name="Id">The bank account that it was copied from.</param>
/// <param name="Iban">In full for finance, the treasury and the office itself; for others the middle is masked by asterisks.</param>
/// <param name="Bic">Null when none was given.</param>
/// <param name="Holder">The holder of the account.</param>
sealed record PaidAccount(Guid Id, string Iban, string? Bic, string Holder);
