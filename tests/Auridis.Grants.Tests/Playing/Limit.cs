namespace Auridis.Grants.Tests.Playing;

/// <summary>
/// From when on something hangs. Where sixty processes share two cores a test takes fifty times as long as on a quiet machine, and hangs
/// nowhere.
/// </summary>
static class Limit
{
    /// <summary>For a test that ends what it has started, in milliseconds: less than the limit of all tests in test.runsettings.</summary>
    public const int OfATest = 1_200_000;

    /// <summary>For one step that another one waits for.</summary>
    public static readonly TimeSpan OfAWait = TimeSpan.FromMinutes(10);
}
