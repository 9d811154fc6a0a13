namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Accounts whose debits and credits have equal sums.</summary>
/// <param name="Accounts">By number, including those without postings.</param>
/// <param name="Debit">The sum of all debits; equal to the sum of all credits.</param>
/// <param name="Credit">The sum of all credits.</param>
sealed record TrialBalanceSection(IReadOnlyList<TrialBalanceLine> Accounts, Money Debit, Money Credit)
{
    public static TrialBalanceSection Of(IReadOnlyList<TrialBalanceLine> accounts) => new(
        accounts, new Money(accounts.Sum(line => line.Debit.Cents)), new Money(accounts.Sum(line => line.Credit.Cents)));
}
