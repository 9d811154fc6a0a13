namespace Auridis.Grants.Api.Features.Interest;

/// <summary>Why no interest is asked although some was reckoned.</summary>
static class NothingBecause
{
    /// <summary>It comes to less than the terms' minimum.</summary>
    public const string BelowMinimum = "below-minimum";

    /// <summary>The site is not to blame, and has paid in time (§ 49a (3) sentence 2 VwVfG NRW, § 50 (2a) sentence 2 SGB X).</summary>
    public const string NotToBlame = "not-to-blame";
}
