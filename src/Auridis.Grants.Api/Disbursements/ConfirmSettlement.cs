using System.Text.Json;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Awards;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Ledger;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Disbursements;

/// <summary>Settles a payment: a second person confirms what was recorded of the bank's booking.</summary>
sealed class ConfirmSettlement : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/disbursements/{id:guid}/confirm-settlement", Handle)
        .RequireAuthorization(Policies.CanSettlePayments)
        .NeedsIfMatch()
        .MovesMoney()
        .Describe("confirmSettlement", "Settles a payment",
            "By another person than the one who recorded it. Posts the payment and the use of the commitment; the use-by period of the money begins with the booking date.")
        .Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState, DisbursementProblems.SettlementNotRecorded);

    static Task<Changed<Disbursement>> Handle(Guid id, Change change, CurrentUser user) => change.Apply<Disbursement>(async tx =>
    {
        if (await Disbursement.Find(tx, id) is not { } before)
            return Problems.NotFound.With();
        await AwardFunds.Lock(tx, before.AwardId);
        if (await tx.Execute(Settle, new { id, change.Version, user.Actor }) == 0)
        {
            return await Disbursement.Find(tx, id) is { Status: DisbursementStatus.Released, BookedOn: null } unrecorded && unrecorded.Version == change.Version
                ? DisbursementProblems.SettlementNotRecorded
                : await Disbursement.WhyRefused(tx, id, change.Version, user,
                    payment => [(payment.SettlementRecordedBy, ActedAs.SettlementRecorder)], DisbursementStatus.Released);
        }
        var payment = (await Disbursement.Find(tx, id))!;
        var terms = JsonSerializer.Deserialize<ProgrammeTerms>(await tx.Get<string>(SelectTerms, new { payment.AwardId }), Json.Stored)!;
        var useByOn = payment.BookedOn!.Value.AddMonths(terms.UseByMonths);
        await tx.Execute(SetUseBy, new { id, useByOn });
        await AwardFunds.Pay(tx, payment.AwardId, payment.Amount);
        var document = new BusinessDocument(id, payment.Reference, payment.AwardId, $"Payment {payment.Reference} settled", payment.BookedOn.Value);
        Journal.Post(tx, PostingMatrix.Settlement, payment.Amount, document);
        Journal.Post(tx, PostingMatrix.CommitmentUse, payment.Amount, document);
        Audit.Append(tx, "disbursement.settled", id, payment.Version, new { payment.Amount, payment.BookedOn, payment.BankReference, UseByOn = useByOn });
        return (await Disbursement.Find(tx, id))!.For(user);
    });

    const string Settle = """
        update Disbursement set Status = 'settled', SettlementConfirmedBy = @Actor, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'released' and SettlementRecordedBy <> @Actor
        """;

    const string SelectTerms = "select Terms from Award where Id = @AwardId";

    const string SetUseBy = "update Disbursement set UseByOn = @useByOn where Id = @id";
}
