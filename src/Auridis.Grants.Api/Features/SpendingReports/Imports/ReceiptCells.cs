using System.Globalization;
using System.Text.RegularExpressions;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// How people write days and amounts in a table. A day is 2019-06-03 or 3.6.2019. An amount has a comma or a point before its cents; points
/// between thousands are read where nothing else can be meant. 1.234 can be either, and is refused, as is what would have to be rounded.
/// </summary>
static partial class ReceiptCells
{
    static readonly string[] Days = ["yyyy-MM-dd", "d.M.yyyy"];

    public static bool TryReadDay(string cell, out DateOnly day) =>
        DateOnly.TryParseExact(cell.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Whether the amount can be read in two ways.</summary>
    public static bool IsAmbiguous(string cell) => Ambiguous().IsMatch(cell.Trim());

    public static bool TryReadAmount(string cell, out Money amount)
    {
        amount = default;
        var text = cell.Trim();
        if (Grouped().IsMatch(text))
            text = text.Replace(".", "", StringComparison.Ordinal);
        if (Plain().Match(text) is not { Success: true } match)
            return false;
        var cents = decimal.Parse(match.Groups["euros"].Value, CultureInfo.InvariantCulture) * 100
            + int.Parse(match.Groups["cents"].Value.PadRight(2, '0'), CultureInfo.InvariantCulture);
        if (cents > Money.MaxCents)
            return false;
        amount = new Money((long)(match.Groups["minus"].Success ? -cents : cents));
        return true;
    }

    [GeneratedRegex(
        @"^(?<minus>-)?(?<euros>[0-9]{1,15})([.,](?<cents>[0-9]{1,2}))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    /// <summary>With the cents behind a comma, or with two points at least: so no point stands before cents.</summary>
    [GeneratedRegex(
        @"^-?[1-9][0-9]{0,2}((\.[0-9]{3}){1,4},[0-9]{1,2}|(\.[0-9]{3}){2,4})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();

    [GeneratedRegex(
        @"^-?[0-9]{1,3}[.,][0-9]{3}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ambiguous();
}
