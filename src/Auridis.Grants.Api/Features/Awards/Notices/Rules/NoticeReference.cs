using System.Globalization;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>A notice's reference: that of its award, <c>M</c> (Mitteilung), and a number without gaps in the award.</summary>
static class NoticeReference
{
    public static string Of(string awardReference, int notice) =>
        string.Create(CultureInfo.InvariantCulture, $"{awardReference}-M{notice:00}");
}
