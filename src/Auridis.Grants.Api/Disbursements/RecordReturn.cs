using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Ledger;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Disbursements;

/// <summary>Records that the bank returned a settled payment; another person confirms it.</summary>
sealed class RecordReturn : IEndpoint
{
    /// <param name="BookedOn">When our bank booked the return: from the day of the payment's own booking to today.</param>
    /// <param name="BankReference">The bank's reference, up to 140 characters.</param>
    /// <param name="Reason">The reason that the bank gives, up to 2,000 characters.</param>
    public sealed record Request(DateOnly BookedOn, string BankReference, string Reason);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.BankReference).Line(140);
            RuleFor(request => request.Reason).Prose(2000);
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/disbursements/{id:guid}/return", Handle)
        .RequireAuthorization(Policies.CanSettlePayments)
        .NeedsIfMatch()
        .MovesMoney()
        .Describe("recordReturn", "Records that the bank returned a settled payment",
            "Only records: the payment stays settled, and nothing is posted, until another person confirms it with confirm-return. "
            + "Recording again replaces what was recorded, and who did it.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState, LedgerProblems.BookingDateImplausible);

    static Task<Changed<Disbursement>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock clock) => change.Apply<Disbursement>(async tx =>
    {
        var today = clock.Today;
        if (await tx.Execute(Record, new { id, change.Version, request.BookedOn, request.BankReference, request.Reason, user.Actor }) == 0)
            return await Disbursement.WhyRefused(tx, id, change.Version, user, _ => [], DisbursementStatus.Settled);
        var payment = (await Disbursement.Find(tx, id))!;
        if (LedgerProblems.WhyImplausible(request.BookedOn, payment.BookedOn, today) is { } implausible)
            return implausible;
        Audit.Append(tx, "disbursement.return-recorded", id, payment.Version, new { request.BookedOn, request.BankReference });
        return payment.For(user);
    });

    const string Record = """
        update Disbursement
        set ReturnedOn = @BookedOn, ReturnBankReference = @BankReference, Reason = @Reason, ReturnRecordedBy = @Actor, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'settled'
        """;
}
