namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// What is open of a repayment claim: the principal less what is claimed no more and what has come back. Never below zero.
/// </summary>
static class OpenSum
{
    public static Money Of(Money principal, Money reduced, Money paid) => new(principal.Cents - reduced.Cents - paid.Cents);
}
