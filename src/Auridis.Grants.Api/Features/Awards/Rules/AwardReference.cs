using System.Globalization;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// An award's reference: <c>GA</c>, the programme's code, <c>Z</c> (Zuwendung), and a number without gaps in the programme.
/// </summary>
static class AwardReference
{
    public static string Of(string programmeCode, int award) =>
        string.Create(CultureInfo.InvariantCulture, $"GA-{programmeCode}-Z-{award:00}");
}
