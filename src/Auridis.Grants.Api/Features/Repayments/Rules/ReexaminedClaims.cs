namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// A claim rests on the report that was accepted. When that report is reopened, what did not come in is claimed no more, so that nobody has
/// to pay it meanwhile. What came in stays until the report is accepted anew: what is more than the site owes by then is a credit, and goes
/// back to it. Nothing of that was ever owed, and it bears no interest. What the site owes by then and is not claimed is a claim of its
/// own.
/// </summary>
static class ReexaminedClaims
{
    /// <summary>Claims no more what did not come in on the claims of a report. The caller holds the programme and the award.</summary>
    /// <returns>The references of these claims, each with what of it is claimed no more.</returns>
    public static async Task<IReadOnlyList<(string Reference, Money Amount)>> DropOpen(Tx tx, Guid reportId, DateOnly on)
    {
        List<(string, Money)> dropped = [];
        foreach (var claim in await RepaymentClaim.OfReport(tx, reportId))
        {
            var missing = new Money(claim.Open.Cents + claim.WrittenOff.Cents);
            if (missing.Cents > 0)
                dropped.Add((claim.Reference, await RepaymentClaim.Annul(tx, claim, missing, on)));
        }
        return dropped;
    }

    /// <summary>
    /// Credits what came in on the claims of a report beyond what its site owes. The caller holds the programme and the award.
    /// </summary>
    /// <param name="tooMuch">By how much the site has less than it is entitled to.</param>
    /// <returns>What of that had come in on these claims: the rest it has not drawn.</returns>
    public static async Task<Money> Credit(Tx tx, Guid reportId, Money tooMuch, DateOnly on)
    {
        var credited = 0L;
        foreach (var claim in Enumerable.Reverse(await RepaymentClaim.OfReport(tx, reportId)))
        {
            if (tooMuch.Cents > credited)
                credited += (await RepaymentClaim.Annul(tx, claim, new Money(tooMuch.Cents - credited), on)).Cents;
        }
        return new Money(credited);
    }
}
