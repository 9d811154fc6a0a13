using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Approves a payment.</summary>
/// <remarks>
/// States that it is factually and arithmetically right (Feststellung). Not by the person who requested it. Not while the bank account is
/// not verified, or a report of the award is overdue; a refund not beyond the credit.
/// </remarks>
sealed class ApproveDisbursement(CurrentUser user, BusinessClock clock) : Change<ApproveDisbursement.Request, Disbursement>
{
    /// <param name="FactuallyRight">Sachlich richtig: the award, the need and the recipient are right. Must be true.</param>
    /// <param name="ArithmeticallyRight">Rechnerisch richtig: the figures are right. Must be true.</param>
    public sealed record Request(bool FactuallyRight, bool ArithmeticallyRight);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.FactuallyRight).Equal(true)
                .WithMessage(_ => Bilingual.Of(
                    "State that the payment is factually right, or reject it.",
                    "Stellen Sie fest, dass die Zahlung sachlich richtig ist, oder lehnen Sie sie ab."));
            RuleFor(request => request.ArithmeticallyRight).Equal(true)
                .WithMessage(_ => Bilingual.Of(
                    "State that the payment is arithmetically right, or reject it.",
                    "Stellen Sie fest, dass die Zahlung rechnerisch richtig ist, oder lehnen Sie sie ab."));
        }
    }

    public override void Configure()
    {
        Post("/disbursements/{id:guid}/approve");
        Policies(Can.ApprovePayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion,
            Problems.WrongState, DisbursementProblems.BankAccountUnverified, DisbursementProblems.ReportOverdue,
            DisbursementProblems.CreditExceeded);
    }

    // The two statements of the request are what approving means; a false one never gets here.
    protected override async Task<Outcome<Disbursement>> Handle(Tx tx, Request request)
    {
        var today = clock.Today;
        if (await Disbursement.Find(tx, Id) is not { } found)
            return Problems.NotFound;
        await AwardFunds.Lock(tx, found.AwardId);
        if (await tx.Execute(Approve, new { Id, SeenVersion, user.Actor, Today = today, tx.Author.At }) == 0)
        {
            return await Disbursement.WhyRefused(tx, Id, user, SeenVersion,
                payment => [(payment.RequestedBy, ActedAs.Requester)], DisbursementStatus.Requested);
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
        Audit.Append(tx, AuditAction.DisbursementApproved, Id, payment.Version,
            new { request.FactuallyRight, request.ArithmeticallyRight });
        return payment.For(user);
    }

    const string Approve = """
        update Disbursement set Status = 'approved', ApprovedBy = @Actor, ApprovedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'requested' and RequestedBy <> @Actor
        """;
}
