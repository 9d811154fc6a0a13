using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Confirms that a payment came back.</summary>
/// <remarks>
/// By the treasury; not by who recorded it, nor by who approved or released the payment. It is then neither paid nor owed. What the site
/// may still draw is committed again, and can be requested as a new payment; once the final report is accepted, what was claimed back of
/// the payment is claimed no more; what the site has paid back of that already is a credit, which is refunded. What the bank has returned
/// is always booked, also when the award is completed or terminated. A refund that came back is a credit again. Of an
/// instructed payment, whose booking nobody has recorded, both bookings of the bank are posted; the last answer of the bank on a batch
/// closes it.
/// </remarks>
sealed class ConfirmReturn(CurrentUser user, PaymentSettings settings) : Change<Disbursement>
{
    public override void Configure()
    {
        Post("/disbursements/{id:guid}/confirm-return");
        Policies(Can.SettlePayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion,
            Problems.WrongState,
            DisbursementProblems.ReturnNotRecorded);
    }

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx)
    {
        if (await Disbursement.Find(tx, Id) is not { } before)
            return Problems.NotFound;
        await Programme.Lock(tx, before.ProgrammeId);
        await AwardFunds.Lock(tx, before.AwardId);
        await PaymentBatch.Lock(tx, before.BatchId);
        if (await tx.Execute(Return, new { Id, SeenVersion, user.Actor, settings.SmallTeam, tx.Author.At }) == 0)
        {
            return await Disbursement.Find(tx, Id) is { ReturnedOn: null } found && found.Version == SeenVersion
                && found.Status is DisbursementStatus.Settled or DisbursementStatus.Instructed
                ? DisbursementProblems.ReturnNotRecorded
                : await Disbursement.WhyRefused(tx, Id, user, SeenVersion,
                    payment => [.. PayersApart.Of(payment, settings), (payment.ReturnRecordedBy, ActedAs.ReturnRecorder)],
                    DisbursementStatus.Settled, DisbursementStatus.Instructed);
        }
        var payment = (await Disbursement.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, payment.ProgrammeId, payment.OfficeAgs) is { } excluded)
            return excluded;
        var document = await PostedPayment.Document(
            tx, payment, $"Payment {payment.Reference} returned", payment.ReturnedOn!.Value);
        // A booking that is recorded is confirmed, or withdrawn, before a return is recorded.
        var wasPaid = payment.BookedOn is not null;
        var (reduced, credited) = (new Money(0), payment.Amount);
        if (wasPaid && payment.RepaymentClaimId is { } refunded)
        {
            credited = await RepaymentClaim.TakeBackRefund(tx, refunded, payment.Amount, document.On);
        }
        else if (wasPaid)
        {
            reduced = await TakeBack(tx, payment, document);
        }
        else
        {
            await CommittedAgain.Free(tx, payment, $"Payment {payment.Reference} returned", document.On);
            Journal.Post(tx, PostedPayment.Settled(payment), payment.Amount, document);
        }
        PostedPayment.PostReturn(tx, payment, credited, document);
        await CommittedShare.Book(tx, payment.AwardId, document);
        if (DrawnWithinAward.IsOver((await Award.Find(tx, payment.AwardId))!.Status))
            await SettledAward.Begin(tx, payment.AwardId);
        Audit.Append(tx, AuditAction.DisbursementReturned, Id, payment.Version,
            new
            {
                payment.Amount,
                payment.ReturnedOn,
                ReturnBankReference = SaltedDigest.Of(payment.ReturnBankReference!),
                ClaimReduced = reduced,
            });
        await PaymentBatch.CloseWhenAnswered(tx, payment.BatchId);
        return payment.For(user);
    }

    /// <returns>By how much the claims were reduced; zero when there is none.</returns>
    static async Task<Money> TakeBack(Tx tx, Disbursement payment, BusinessDocument document)
    {
        await AwardFunds.TakeBack(tx, payment.AwardId, payment.Amount);
        var reduced = new Money(0);
        foreach (var claim in await RepaymentClaim.OfAward(tx, payment.AwardId))
        {
            var one = await RepaymentClaim.Reduce(tx, claim, new Money(payment.Amount.Cents - reduced.Cents), document.On);
            reduced = new Money(reduced.Cents + one.Cents);
        }
        return reduced;
    }

    const string Return = $"""
        update Disbursement set Status = 'returned', ReturnConfirmedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('settled', 'instructed')
            and ReturnRecordedBy <> @Actor and {PayersApart.Hold}
        """;
}
