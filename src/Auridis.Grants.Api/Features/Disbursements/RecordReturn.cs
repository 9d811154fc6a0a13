using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Records that the bank returned a payment.</summary>
/// <remarks>
/// By the treasury; not by who approved or released the payment. It stays settled, or instructed when nobody has recorded that it was
/// booked; nothing is posted until another person confirms it with confirm-return. Recording again replaces what was recorded, and who
/// recorded it; a rejection by the bank that is recorded is void.
/// </remarks>
sealed class RecordReturn(CurrentUser user, BusinessClock clock, PaymentSettings settings) : Change<RecordReturn.Request, Disbursement>
{
    /// <param name="BookedOn">
    /// When our bank booked the return: from the day of the payment's own booking, or of the batch's hand-over, to today.
    /// </param>
    /// <param name="BankReference">The bank's reference, up to 140 characters.</param>
    /// <param name="Reason">The reason that the bank gives, up to 2,000 characters.</param>
    public sealed record Request(DateOnly BookedOn, string BankReference, string Reason);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.BankReference).Line(140);
            RuleFor(request => request.Reason).Prose(2000);
        }
    }

    public override void Configure()
    {
        Post("/disbursements/{id:guid}/return");
        Policies(Can.SettlePayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            DisbursementProblems.SettlementRecorded, LedgerProblems.BookingDateImplausible);
    }

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx, Request request)
    {
        var booking = new
        {
            Id,
            SeenVersion,
            request.BookedOn,
            request.BankReference,
            request.Reason,
            user.Actor,
            settings.SmallTeam,
            tx.Author.At,
        };
        if (await tx.Execute(Record, booking) == 0)
        {
            return await Disbursement.WhyRefused(tx, Id, user, SeenVersion,
                payment => PayersApart.Of(payment, settings), DisbursementStatus.Settled, DisbursementStatus.Instructed);
        }
        var payment = (await Disbursement.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, payment.ProgrammeId, payment.OfficeAgs) is { } excluded)
            return excluded;
        if (PlausibleBookingDate.WhyRefused(request.BookedOn, payment.BookedOn ?? payment.InstructedOn, clock.Today) is { } implausible)
            return implausible;
        Audit.Append(tx, AuditAction.DisbursementReturnRecorded, Id, payment.Version,
            new { request.BookedOn, BankReference = SaltedDigest.Of(request.BankReference) });
        return payment.For(user);
    }

    const string Record = $"""
        update Disbursement
        set ReturnedOn = @BookedOn, ReturnBankReference = @BankReference, Reason = @Reason, ReturnRecordedBy = @Actor,
            BankRejectedOn = null, BankRejectionReference = null, BankRejectionRecordedBy = null, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion
            and (Status = 'settled' or (Status = 'instructed' and SettlementRecordedBy is null)) and {PayersApart.Hold}
        """;
}
