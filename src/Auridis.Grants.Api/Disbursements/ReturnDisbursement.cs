using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Awards;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Ledger;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Disbursements;

/// <summary>Records that a settled payment came back from the recipient's bank.</summary>
sealed class ReturnDisbursement : IEndpoint
{
    /// <param name="BookedOn">When our bank booked the return: from the day of the payment's own booking to today.</param>
    /// <param name="Reason">The reason that the bank gives, up to 2,000 characters.</param>
    public sealed record Request(DateOnly BookedOn, string Reason);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Reason).Prose(2000);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/disbursements/{id:guid}/return", Handle)
        .RequireAuthorization(Policies.CanSettlePayments)
        .NeedsIfMatch()
        .MovesMoney()
        .Describe("returnDisbursement", "Records that a settled payment came back",
            "It is neither paid nor owed, and the commitment stands again. Paying anew takes a new request.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState, DisbursementProblems.BookingDateImplausible,
            DisbursementProblems.FinalReportAccepted);

    static Task<Changed<Disbursement>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock clock) => change.Apply<Disbursement>(async tx =>
    {
        var today = clock.Today;
        if (await Disbursement.Find(tx, id) is not { } payment)
            return Problems.NotFound.With();
        await AwardFunds.Lock(tx, payment.AwardId);
        if (await tx.Execute(Return, new { id, change.Version, request.BookedOn, request.Reason }) == 0)
            return await Disbursement.WhyRefused(tx, id, change.Version, user, _ => [], DisbursementStatus.Settled);
        if (request.BookedOn < payment.BookedOn || request.BookedOn > today)
            return DisbursementProblems.BookingDateImplausible.With(("earliest", payment.BookedOn), ("today", today), ("bookedOn", request.BookedOn));
        if (await Disbursement.IsAccountedFor(tx, payment.AwardId))
            return DisbursementProblems.FinalReportAccepted.With();
        await AwardFunds.TakeBack(tx, payment.AwardId, payment.Amount);
        var document = new BusinessDocument(id, payment.Reference, payment.AwardId, $"Payment {payment.Reference} returned", request.BookedOn);
        Journal.Post(tx, PostingMatrix.Return, payment.Amount, document);
        Journal.Post(tx, PostingMatrix.CommitmentRestore, payment.Amount, document);
        Audit.Append(tx, "disbursement.returned", id, change.Version + 1, new { payment.Amount, request.BookedOn });
        return (await Disbursement.Find(tx, id))!.For(user);
    });

    const string Return = """
        update Disbursement set Status = 'returned', ReturnedOn = @BookedOn, Reason = @Reason, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'settled'
        """;
}
