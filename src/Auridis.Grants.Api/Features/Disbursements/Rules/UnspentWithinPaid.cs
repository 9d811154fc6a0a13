namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>A site cannot have more unspent than it has been paid.</summary>
static class UnspentWithinPaid
{
    public static Problem? WhyRefused(Money unspent, Money paid) => unspent.Cents > Math.Max(0, paid.Cents)
        ? DisbursementProblems.UnspentExceedsPaid.With(("unspent", unspent), ("paid", paid))
        : null;
}
