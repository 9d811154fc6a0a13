namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>
/// A funder sees the money of the programmes that name it: whose terms have as <c>funder</c> what the token's claim <c>funder</c> says.
/// </summary>
static class FundsOfFunder
{
    public static bool Sees(CurrentUser user, string funder) =>
        user.SeesAllOffices || user.Has(Role.Accounting) || (user.Has(Role.Funder) && user.Funder == funder);
}
