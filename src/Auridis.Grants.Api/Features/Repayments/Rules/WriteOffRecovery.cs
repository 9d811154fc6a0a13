using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>What a step takes back of a write-off is claimed again: it is posted before the step itself.</summary>
static class WriteOffRecovery
{
    public static void Post(Tx tx, ClaimStanding before, ClaimStanding after, BusinessDocument document)
    {
        var recovered = new Money(before.WrittenOff.Cents - after.WrittenOff.Cents);
        if (recovered.Cents > 0)
        {
            Journal.Post(tx, PostingMatrix.WriteOffRecovery, recovered,
                document with { Text = $"Not written off any more of {document.Reference}" });
        }
    }
}
