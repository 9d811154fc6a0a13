namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>What a quota counts sites by.</summary>
static class QuotaBy
{
    /// <summary>Regierungsbezirk.</summary>
    public const string GovernmentDistrict = "governmentDistrict";

    /// <summary>Kreis, kreisfreie or kreisangehörige Stadt.</summary>
    public const string Kind = "kind";
}
