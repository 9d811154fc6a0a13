using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Ledger;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Disbursements;

/// <summary>Records what the bank booked for a released payment; another person confirms it.</summary>
sealed class RecordSettlement : IEndpoint
{
    /// <param name="BookedOn">The booking date on the bank's statement: from the day of the release to today.</param>
    /// <param name="BankReference">The bank's reference, up to 140 characters.</param>
    public sealed record Request(DateOnly BookedOn, string BankReference);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.BankReference).Line(140);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/disbursements/{id:guid}/settle", Handle)
        .RequireAuthorization(Policies.CanSettlePayments)
        .NeedsIfMatch()
        .MovesMoney()
        .Describe("recordSettlement", "Records what the bank booked for a payment",
            "Only records: the payment stays released, and nothing is posted, until another person settles it with confirm-settlement. "
            + "Recording again replaces what was recorded, and who did it.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState, LedgerProblems.BookingDateImplausible);

    static Task<Changed<Disbursement>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock clock) => change.Apply<Disbursement>(async tx =>
    {
        var today = clock.Today;
        if (await tx.Execute(Record, new { id, change.Version, request.BookedOn, request.BankReference, user.Actor }) == 0)
            return await Disbursement.WhyRefused(tx, id, change.Version, user, _ => [], DisbursementStatus.Released);
        var payment = (await Disbursement.Find(tx, id))!;
        if (LedgerProblems.WhyImplausible(request.BookedOn, payment.ReleasedOn, today) is { } implausible)
            return implausible;
        Audit.Append(tx, "disbursement.settlement-recorded", id, payment.Version, new { request.BookedOn, request.BankReference });
        return payment.For(user);
    });

    const string Record = """
        update Disbursement set BookedOn = @BookedOn, BankReference = @BankReference, SettlementRecordedBy = @Actor, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'released'
        """;
}
