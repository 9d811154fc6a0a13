using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Confirms that the bank did not carry out an instructed payment.</summary>
/// <remarks>
/// By the treasury; not by who recorded it, nor by who approved or released the payment. What was owed is reversed in the ledger, and the
/// amount can be requested again as a new payment. The last answer of the bank on a batch closes it.
/// </remarks>
sealed class ConfirmBankRejection(CurrentUser user, PaymentSettings settings) : Change<Disbursement>
{
    public override void Configure()
    {
        Post("/disbursements/{id:guid}/confirm-bank-rejection");
        Policies(Can.SettlePayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            DisbursementProblems.BankRejectionNotRecorded);
    }

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx)
    {
        if (await Disbursement.Find(tx, Id) is not { } before)
            return Problems.NotFound;
        await CommittedAgain.Lock(tx, before);
        await PaymentBatch.Lock(tx, before.BatchId);
        if (await tx.Execute(Reject, new { Id, SeenVersion, user.Actor, settings.SmallTeam, tx.Author.At }) == 0)
        {
            return await Disbursement.Find(tx, Id)
                    is { Status: DisbursementStatus.Instructed, BankRejectedOn: null, Version: var version }
                && version == SeenVersion
                ? DisbursementProblems.BankRejectionNotRecorded
                : await Disbursement.WhyRefused(tx, Id, user, SeenVersion,
                    payment => [.. PayersApart.Of(payment, settings), (payment.BankRejectionRecordedBy, ActedAs.BankRejectionRecorder)],
                    DisbursementStatus.Instructed);
        }
        var payment = (await Disbursement.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, payment.ProgrammeId, payment.OfficeAgs) is { } excluded)
            return excluded;
        var rejected = $"Payment {payment.Reference} rejected by the bank";
        Journal.Post(tx, PostedPayment.Rejected(payment), payment.Amount,
            await PostedPayment.Document(tx, payment, rejected, payment.BankRejectedOn!.Value));
        await CommittedAgain.Free(tx, payment, rejected, payment.BankRejectedOn!.Value);
        Audit.Append(tx, AuditAction.DisbursementBankRejected, Id, payment.Version,
            new
            {
                payment.Amount,
                payment.BankRejectedOn,
                BankReference = SaltedDigest.Of(payment.BankRejectionReference!),
            });
        await PaymentBatch.CloseWhenAnswered(tx, payment.BatchId);
        return payment.For(user);
    }

    const string Reject = $"""
        update Disbursement set Status = 'bank-rejected', BankRejectionConfirmedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'instructed' and BankRejectionRecordedBy <> @Actor and {PayersApart.Hold}
        """;
}
