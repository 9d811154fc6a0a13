namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>In which order a site uses the money of its plan (ANBest-P 1.4).</summary>
static class FundsOrder
{
    /// <summary>In any order.</summary>
    public const string None = "none";

    /// <summary>Its own and third-party money first, all that the plan names.</summary>
    public const string OwnFirst = "own-first";

    /// <summary>Side by side: the grant pays no more than its share of what is spent.</summary>
    public const string ProRata = "pro-rata";
}
