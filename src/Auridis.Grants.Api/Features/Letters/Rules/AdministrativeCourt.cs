namespace Auridis.Grants.Api.Features.Letters;

/// <summary>
/// The administrative court for a youth office of North Rhine-Westphalia: that of the office's seat, since the authority works in the
/// districts of several courts (§ 52 no. 3 VwGO; § 17 JustG NRW).
/// </summary>
static class AdministrativeCourt
{
    /// <summary>
    /// Where a county or an independent city, by the first five digits of the AGS, is not with the court of its district.
    /// </summary>
    static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        // Essen; Bottrop, Gelsenkirchen, Recklinghausen; Bochum, Dortmund, Herne, Unna.
        ["05113"] = "Gelsenkirchen",
        ["05512"] = "Gelsenkirchen",
        ["05513"] = "Gelsenkirchen",
        ["05562"] = "Gelsenkirchen",
        ["05911"] = "Gelsenkirchen",
        ["05913"] = "Gelsenkirchen",
        ["05916"] = "Gelsenkirchen",
        ["05978"] = "Gelsenkirchen",
        // Region of Aachen, Düren, Euskirchen, Heinsberg.
        ["05334"] = "Aachen",
        ["05358"] = "Aachen",
        ["05366"] = "Aachen",
        ["05370"] = "Aachen",
    };

    /// <returns>The city that the court is named after and sits in; null for an office of another Land.</returns>
    public static string? SeatFor(string officeAgs) => Exceptions.GetValueOrDefault(officeAgs[..5]) ?? officeAgs[..3] switch
    {
        "051" => "Düsseldorf",
        "053" => "Köln",
        "055" => "Münster",
        "057" => "Minden",
        "059" => "Arnsberg",
        _ => null,
    };
}
