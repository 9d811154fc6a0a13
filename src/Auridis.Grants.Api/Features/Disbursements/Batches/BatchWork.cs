using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>What waits for somebody in the states of a batch.</summary>
static class BatchWork
{
    /// <summary>Open: for two people of the treasury, one after the other.</summary>
    public static WaitingWork ToSign(PaymentSettings settings) => new(Can.SignBatches, "/payment-batches", $"""
        {Rows}
        where x.Status = 'open' and {SignersApart.MaySign(settings)}
        """, Office: null, DueOn: "x.ExecutionOn");

    /// <summary>Signed: for the treasury, which hands it over, or voids it when its day has passed.</summary>
    public static WaitingWork ToHandOver(PaymentSettings settings) => new(Can.MakeBatches, "/payment-batches", $"""
        {Rows}
        where x.Status = 'signed' and {SignersApart.MayHandOver(settings)}
        """, Office: null, DueOn: "x.ExecutionOn");

    const string Rows = """
        select x.Seq, x.Id, x.Reference, null as OfficeAgs, x.UpdatedAt as SinceAt, x.ExecutionOn as DueOn from PaymentBatch x
        """;
}
