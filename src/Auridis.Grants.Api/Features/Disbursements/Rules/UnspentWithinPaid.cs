namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>A site cannot have more unspent than it has been paid.</summary>
static class UnspentWithinPaid
{
    /// <param name="paid">Below zero where the bank returned money that the site had paid back: it has nothing then.</param>
    public static Problem? WhyRefused(Money unspent, Money paid)
    {
        var has = new Money(Math.Max(0, paid.Cents));
        return unspent.Cents > has.Cents
            ? DisbursementProblems.UnspentExceedsPaid.With(("unspent", unspent), ("paid", has))
            : null;
    }
}
