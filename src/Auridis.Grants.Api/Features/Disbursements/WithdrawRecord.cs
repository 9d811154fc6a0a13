using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Takes back what was recorded of a payment and is not confirmed.</summary>
/// <remarks>
/// By the treasury, with a reason: a settlement, a return, a rejection by the bank, or the proposal of a stop. Nothing of it was posted.
/// The payment is then as it was before, and what the bank booked can be recorded anew.
/// </remarks>
sealed class WithdrawRecord(CurrentUser user) : Change<Reasoned, Disbursement>
{
    public override void Configure()
    {
        Post("/disbursements/{id:guid}/withdraw-record");
        Policies(Can.SettlePayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            DisbursementProblems.NothingRecorded);
    }

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx, Reasoned request)
    {
        var values = new { Id, SeenVersion, tx.Author.At };
        if (await tx.Execute(WithdrawOfReleased, values) == 0 && await tx.Execute(WithdrawOfInstructed, values) == 0
            && await tx.Execute(WithdrawOfSettled, values) == 0)
        {
            return await Disbursement.Find(tx, Id) is { } found
                && found.Status is DisbursementStatus.Released or DisbursementStatus.Instructed or DisbursementStatus.Settled
                && user.Sees(found.OfficeAgs) && found.Version == SeenVersion
                && await ExcludedPersons.WhyRefused(tx, user, found.ProgrammeId, found.OfficeAgs) is null
                ? DisbursementProblems.NothingRecorded
                : await Disbursement.WhyRefused(tx, Id, user, SeenVersion, _ => [],
                    DisbursementStatus.Released, DisbursementStatus.Instructed, DisbursementStatus.Settled);
        }
        var payment = (await Disbursement.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, payment.ProgrammeId, payment.OfficeAgs) is { } excluded)
            return excluded;
        Audit.Append(tx, AuditAction.DisbursementRecordWithdrawn, Id, payment.Version, new { Reason = SaltedDigest.Of(request.Reason) });
        return payment.For(user);
    }

    const string WithdrawOfReleased = """
        update Disbursement
        set BookedOn = null, BankReference = null, SettlementRecordedBy = null, StopProposedBy = null, StopProposedOn = null,
            Reason = null, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'released'
            and (SettlementRecordedBy is not null or StopProposedBy is not null)
        """;

    const string WithdrawOfInstructed = """
        update Disbursement
        set BookedOn = null, BankReference = null, SettlementRecordedBy = null, ReturnedOn = null, ReturnBankReference = null,
            ReturnRecordedBy = null, BankRejectedOn = null, BankRejectionReference = null, BankRejectionRecordedBy = null, Reason = null,
            Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'instructed'
            and (SettlementRecordedBy is not null or ReturnRecordedBy is not null or BankRejectionRecordedBy is not null)
        """;

    const string WithdrawOfSettled = """
        update Disbursement
        set ReturnedOn = null, ReturnBankReference = null, ReturnRecordedBy = null, Reason = null, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'settled' and ReturnRecordedBy is not null
        """;
}
