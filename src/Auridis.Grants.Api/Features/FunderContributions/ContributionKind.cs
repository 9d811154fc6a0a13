namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>Which way the funder's money went.</summary>
static class ContributionKind
{
    /// <summary>The funder has paid it.</summary>
    public const string Received = "received";

    /// <summary>It went back to the funder.</summary>
    public const string Returned = "returned";
}
