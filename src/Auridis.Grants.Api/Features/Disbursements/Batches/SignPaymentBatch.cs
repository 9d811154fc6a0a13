using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Signs a batch.</summary>
/// <remarks>
/// By two different people of the treasury, one after the other; with the second signature it can be handed over. Neither has approved or
/// released one of its payments; in a small team one of the two may have released.
/// </remarks>
sealed class SignPaymentBatch(CurrentUser user, BusinessClock clock, PaymentSettings settings) : Change<PaymentBatch>
{
    public override void Configure()
    {
        Post("/payment-batches/{id:guid}/sign");
        Policies(Can.SignBatches);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<PaymentBatch>> Handle(Tx tx)
    {
        var signature = new { Id, SeenVersion, user.Actor, Today = clock.Today, tx.Author.At };
        if (await tx.Execute(SignFirst, signature) == 0 && await tx.Execute(SignSecond, signature) == 0)
        {
            return await PaymentBatch.WhyRefused(tx, Id, SeenVersion,
                batch => SignersApart.WhyNotSigned(tx, user, batch, settings), PaymentBatchStatus.Open);
        }
        var signed = (await PaymentBatch.Find(tx, Id))!;
        var before = signed.SecondSignedBy is null ? signed with { FirstSignedBy = null } : signed with { SecondSignedBy = null };
        if (await SignersApart.WhyNotSigned(tx, user, before, settings) is { } apart)
            return apart;
        Audit.Append(tx, AuditAction.PaymentBatchSigned, Id, signed.Version, new { signed.PaymentCount, signed.Sum });
        return signed;
    }

    const string SignFirst = """
        update PaymentBatch set FirstSignedBy = @Actor, FirstSignedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'open' and FirstSignedBy is null
        """;

    const string SignSecond = """
        update PaymentBatch
        set Status = 'signed', SecondSignedBy = @Actor, SecondSignedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'open' and FirstSignedBy <> @Actor
        """;
}
