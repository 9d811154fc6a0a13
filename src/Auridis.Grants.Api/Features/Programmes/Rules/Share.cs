namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>The funder's share of an expenditure, down to the cent: it never pays more than its share.</summary>
static class Share
{
    /// <param name="cents">Not negative.</param>
    /// <param name="percent">With two places at most.</param>
    public static long Of(long cents, decimal percent) => (long)((Int128)cents * (long)(percent * 100) / 10_000);
}
