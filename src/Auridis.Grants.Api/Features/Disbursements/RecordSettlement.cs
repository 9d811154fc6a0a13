using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Records the bank's booking of a payment.</summary>
/// <remarks>
/// By the treasury; not by who approved or released the payment. It stays released or instructed, and nothing is posted, until another
/// person settles it with confirm-settlement. Recording again replaces what was recorded, and who recorded it; the proposal of a stop, a
/// return or a rejection by the bank that is recorded is void. Not while the payment is in a batch that is not handed over.
/// </remarks>
sealed class RecordSettlement(CurrentUser user, BusinessClock clock, PaymentSettings settings)
    : Change<RecordSettlement.Request, Disbursement>
{
    /// <param name="BookedOn">
    /// The booking date on the bank's statement: from the day of the release, or of the batch's hand-over, to today.
    /// </param>
    /// <param name="BankReference">The bank's reference, up to 140 characters.</param>
    public sealed record Request(DateOnly BookedOn, string BankReference);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator() => RuleFor(request => request.BankReference).Line(140);
    }

    public override void Configure()
    {
        Post("/disbursements/{id:guid}/settle");
        Policies(Can.SettlePayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion,
            Problems.WrongState, DisbursementProblems.InBatch,
            LedgerProblems.BookingDateImplausible);
    }

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx, Request request)
    {
        var booking = new
        {
            Id,
            SeenVersion,
            request.BookedOn,
            request.BankReference,
            user.Actor,
            settings.SmallTeam,
            tx.Author.At,
        };
        if (await tx.Execute(Record, booking) == 0)
        {
            return await Disbursement.WhyRefused(tx, Id, user, SeenVersion,
                payment => PayersApart.Of(payment, settings), DisbursementStatus.Released, DisbursementStatus.Instructed);
        }
        var payment = (await Disbursement.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, payment.ProgrammeId, payment.OfficeAgs) is { } excluded)
            return excluded;
        if (PlausibleBookingDate.WhyRefused(request.BookedOn, payment.InstructedOn ?? payment.ReleasedOn, clock.Today) is { } implausible)
            return implausible;
        Audit.Append(tx, AuditAction.DisbursementSettlementRecorded, Id, payment.Version,
            new { request.BookedOn, BankReference = SaltedDigest.Of(request.BankReference) });
        return payment.For(user);
    }

    const string Record = $"""
        update Disbursement
        set BookedOn = @BookedOn, BankReference = @BankReference, SettlementRecordedBy = @Actor, StopProposedBy = null,
            StopProposedOn = null, ReturnedOn = null, ReturnBankReference = null, ReturnRecordedBy = null, BankRejectedOn = null,
            BankRejectionReference = null, BankRejectionRecordedBy = null, Reason = null, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and (Status = 'instructed' or (Status = 'released' and BatchId is null))
            and {PayersApart.Hold}
        """;
}
