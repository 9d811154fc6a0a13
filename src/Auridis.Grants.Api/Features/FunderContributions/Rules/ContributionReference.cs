namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>A contribution's reference: the programme's code, and the contribution's own number, counted without gaps there.</summary>
static class ContributionReference
{
    public static string Of(string programmeCode, int contribution) => FormattableString.Invariant($"{programmeCode}-F{contribution:00}");
}
