using System.Runtime.InteropServices;

namespace Auridis.Grants.Api.Features.BaseRates;

/// <summary>A rate from a day on, in whole hundredths of a percent a year, so that nothing is rounded before the end.</summary>
/// <param name="ValidFrom">The first day on which it holds.</param>
/// <param name="BasisPoints">Hundredths of a percent.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Rate(DateOnly ValidFrom, int BasisPoints)
{
    public decimal Percent => BasisPoints / 100m;

    /// <summary>In hundredths of a percent.</summary>
    /// <param name="percent">With two decimal places at most.</param>
    public static int BasisPointsOf(decimal percent) => decimal.ToInt32(percent * 100);
}
