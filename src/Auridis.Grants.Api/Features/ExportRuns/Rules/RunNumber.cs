using System.Globalization;

namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>
/// Runs are numbered without gaps, and created or voided one at a time: from the touch of the counter to the commit nobody else claims or
/// frees entries, so that the next one finds them claimed or free, never something between.
/// </summary>
static class RunNumber
{
    /// <summary>The next number.</summary>
    public static Task<int> Take(Tx tx) => tx.ExecuteAndRead<int>("""
        update ExportHead set Number = Number + 1;
        select Number from ExportHead
        """);

    /// <summary>Waits for other runs without taking a number.</summary>
    public static Task Lock(Tx tx) => tx.Execute("update ExportHead set Number = Number");

    /// <summary>A run's reference, such as <c>EX-000001</c>.</summary>
    public static string Reference(int number) => FormattableString.Invariant($"EX-{number:000000}");

    /// <summary>The name of a run's file, in the order of the numbers.</summary>
    public static string FileName(int number) => string.Create(CultureInfo.InvariantCulture, $"auridis-grants-export-{number:000000}.csv");
}
