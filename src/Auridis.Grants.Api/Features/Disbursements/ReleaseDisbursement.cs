using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.FunderContributions;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Releases a payment.</summary>
/// <remarks>
/// The payment order (Anordnung); by a third person, neither the requester nor the approver. Posts what is owed. Not while the bank account
/// is not verified, or a report of the award is overdue; a refund not beyond the credit. Once a contribution of the funder is
/// confirmed, not beyond the funder's money.
/// </remarks>
sealed class ReleaseDisbursement(CurrentUser user, BusinessClock clock) : Change<Disbursement>
{
    public override void Configure()
    {
        Post("/disbursements/{id:guid}/release");
        Policies(Can.ReleasePayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion,
            Problems.WrongState, DisbursementProblems.BankAccountUnverified, DisbursementProblems.ReportOverdue,
            DisbursementProblems.CreditExceeded, ContributionProblems.FunderFundsExceeded);
    }

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx)
    {
        var today = clock.Today;
        if (await Disbursement.Find(tx, Id) is not { } found)
            return Problems.NotFound;
        await AwardFunds.Lock(tx, found.AwardId);
        if (await tx.Execute(Release, new { Id, SeenVersion, user.Actor, Today = today, tx.Author.At }) == 0)
        {
            return await Disbursement.WhyRefused(tx, Id, user, SeenVersion,
                payment => [(payment.RequestedBy, ActedAs.Requester), (payment.ApprovedBy, ActedAs.Approver)], DisbursementStatus.Approved);
        }
        var payment = (await Disbursement.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, payment.ProgrammeId, payment.OfficeAgs) is { } excluded)
            return excluded;
        if (await VerifiedAccount.WhyRefused(tx, payment.BankAccountId) is { } unverified)
            return unverified;
        if (!payment.IsRefund && await OverdueReport.WhyRefused(tx, found.AwardId, today) is { } overdue)
            return overdue;
        if (await RefundsWithinCredit.WhyRefused(tx, payment) is { } exceeded)
            return exceeded;
        if (await ReleasedWithinFunds.WhyRefused(tx, payment.ProgrammeId) is { } beyond)
            return beyond;
        Journal.Post(tx, PostedPayment.Ordered(payment), payment.Amount,
            await PostedPayment.Document(tx, payment, $"Payment {payment.Reference} released", today));
        Audit.Append(tx, AuditAction.DisbursementReleased, Id, payment.Version, new { payment.Amount });
        return payment.For(user);
    }

    const string Release = """
        update Disbursement set Status = 'released', ReleasedBy = @Actor, ReleasedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'approved' and RequestedBy <> @Actor and ApprovedBy <> @Actor
        """;
}
