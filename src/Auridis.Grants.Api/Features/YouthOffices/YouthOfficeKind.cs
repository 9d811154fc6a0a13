namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>What kind of body runs the youth office.</summary>
static class YouthOfficeKind
{
    /// <summary>Kreis.</summary>
    public const string County = "county";

    /// <summary>Kreisfreie Stadt.</summary>
    public const string IndependentCity = "independent-city";

    /// <summary>Kreisangehörige Stadt.</summary>
    public const string Municipality = "municipality";

    /// <summary>From the German term of the official list; any other text as it is.</summary>
    public static string OfTerm(string term) => term switch
    {
        "Kreis" => County,
        "kreisfreie Stadt" => IndependentCity,
        "kreisangehörige Stadt" => Municipality,
        _ => term,
    };
}
