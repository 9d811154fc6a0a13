using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Settles a payment.</summary>
/// <remarks>
/// Confirms the bank's booking. By the treasury; not by who recorded it, nor by who approved or released the payment. Posts the payment and
/// the use of the commitment; the use-by period of the money begins with the booking date. With a refund its claim is <c>paid</c>. The last
/// answer of the bank on a batch closes it.
/// </remarks>
sealed class ConfirmSettlement(CurrentUser user, PaymentSettings settings) : Change<Disbursement>
{
    public override void Configure()
    {
        Post("/disbursements/{id:guid}/confirm-settlement");
        Policies(Can.SettlePayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion,
            Problems.WrongState,
            DisbursementProblems.SettlementNotRecorded);
    }

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx)
    {
        if (await Disbursement.Find(tx, Id) is not { } before)
            return Problems.NotFound;
        await AwardFunds.Lock(tx, before.AwardId);
        await PaymentBatch.Lock(tx, before.BatchId);
        if (await tx.Execute(Settle, new { Id, SeenVersion, user.Actor, settings.SmallTeam, tx.Author.At }) == 0)
        {
            return await Disbursement.Find(tx, Id) is { BookedOn: null } found && found.Version == SeenVersion
                && found.Status is DisbursementStatus.Released or DisbursementStatus.Instructed
                ? DisbursementProblems.SettlementNotRecorded
                : await Disbursement.WhyRefused(tx, Id, user, SeenVersion,
                    payment => [.. PayersApart.Of(payment, settings), (payment.SettlementRecordedBy, ActedAs.SettlementRecorder)],
                    DisbursementStatus.Released, DisbursementStatus.Instructed);
        }
        var payment = (await Disbursement.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, payment.ProgrammeId, payment.OfficeAgs) is { } excluded)
            return excluded;
        var useByOn = await Pay(tx, payment);
        var document = await PostedPayment.Document(
            tx, payment, $"Payment {payment.Reference} settled", payment.BookedOn!.Value);
        Journal.Post(tx, PostedPayment.Settled(payment), payment.Amount, document);
        await CommittedShare.Book(tx, payment.AwardId, document);
        Audit.Append(tx, AuditAction.DisbursementSettled, Id, payment.Version,
            new { payment.Amount, payment.BookedOn, BankReference = SaltedDigest.Of(payment.BankReference!), UseByOn = useByOn });
        await PaymentBatch.CloseWhenAnswered(tx, payment.BatchId);
        return (await Disbursement.Find(tx, Id))!.For(user);
    }

    /// <returns>The day by which the site must have used the money; null for a refund.</returns>
    static async Task<DateOnly?> Pay(Tx tx, Disbursement payment)
    {
        if (payment.RepaymentClaimId is { } claim)
        {
            await RepaymentClaim.Refund(tx, claim, payment.Amount);
            return null;
        }
        var terms = StoredJson.Read<ProgrammeTerms>(await tx.One<string>(SelectTerms, new { payment.AwardId }));
        var useByOn = UseByDate.Of(payment.BookedOn!.Value, terms);
        await tx.Execute(SetUseBy, new { payment.Id, UseByOn = useByOn });
        await AwardFunds.Pay(tx, payment.AwardId, payment.Amount);
        return useByOn;
    }

    const string Settle = $"""
        update Disbursement set Status = 'settled', SettlementConfirmedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('released', 'instructed')
            and SettlementRecordedBy <> @Actor and {PayersApart.Hold}
        """;

    const string SelectTerms = "select Terms from Award where Id = @AwardId";

    const string SetUseBy = "update Disbursement set UseByOn = @UseByOn where Id = @Id";
}
