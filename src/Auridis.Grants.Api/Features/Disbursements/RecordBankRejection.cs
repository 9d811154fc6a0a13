using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Records that the bank did not carry out an instructed payment.</summary>
/// <remarks>
/// By the treasury; not by who approved or released the payment. It stays instructed, and nothing is posted, until another person confirms
/// it with confirm-bank-rejection. Recording again replaces what was recorded, and who recorded it; a return that is recorded is void.
/// </remarks>
sealed class RecordBankRejection(CurrentUser user, BusinessClock clock, PaymentSettings settings)
    : Change<RecordBankRejection.Request, Disbursement>
{
    /// <param name="RejectedOn">When the bank rejected it: from the day on which it was handed over to today.</param>
    /// <param name="BankReference">The bank's reference, up to 140 characters.</param>
    /// <param name="Reason">The reason that the bank gives, up to 2,000 characters.</param>
    public sealed record Request(DateOnly RejectedOn, string BankReference, string Reason);

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
        Post("/disbursements/{id:guid}/bank-rejection");
        Policies(Can.SettlePayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            DisbursementProblems.SettlementRecorded, LedgerProblems.BookingDateImplausible);
    }

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx, Request request)
    {
        var rejection = new
        {
            Id,
            SeenVersion,
            request.RejectedOn,
            request.BankReference,
            request.Reason,
            user.Actor,
            settings.SmallTeam,
            tx.Author.At,
        };
        if (await tx.Execute(Record, rejection) == 0)
        {
            return await Disbursement.WhyRefused(tx, Id, user, SeenVersion,
                payment => PayersApart.Of(payment, settings), DisbursementStatus.Instructed);
        }
        var payment = (await Disbursement.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, payment.ProgrammeId, payment.OfficeAgs) is { } excluded)
            return excluded;
        if (PlausibleBookingDate.WhyRefused(request.RejectedOn, payment.InstructedOn, clock.Today) is { } implausible)
            return implausible;
        Audit.Append(tx, AuditAction.DisbursementBankRejectionRecorded, Id, payment.Version,
            new { request.RejectedOn, BankReference = SaltedDigest.Of(request.BankReference) });
        return payment.For(user);
    }

    const string Record = $"""
        update Disbursement
        set BankRejectedOn = @RejectedOn, BankRejectionReference = @BankReference, Reason = @Reason, BankRejectionRecordedBy = @Actor,
            ReturnedOn = null, ReturnBankReference = null, ReturnRecordedBy = null, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'instructed' and SettlementRecordedBy is null and {PayersApart.Hold}
        """;
}
