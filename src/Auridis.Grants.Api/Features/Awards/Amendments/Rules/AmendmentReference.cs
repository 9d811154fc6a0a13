using System.Globalization;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>An amendment's reference: that of its award, <c>A</c> (Änderung), and a number without gaps in the award.</summary>
static class AmendmentReference
{
    public static string Of(string awardReference, int amendment) =>
        string.Create(CultureInfo.InvariantCulture, $"{awardReference}-A{amendment:00}");
}
