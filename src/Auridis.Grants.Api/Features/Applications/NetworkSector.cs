namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Where a partner of a network for children comes from.</summary>
static class NetworkSector
{
    /// <summary>Kindertagesbetreuung.</summary>
    public const string Daycare = "daycare";

    /// <summary>Schule.</summary>
    public const string School = "school";

    /// <summary>Freier Träger.</summary>
    public const string IndependentProvider = "independent-provider";

    /// <summary>Doctors, midwives, clinics.</summary>
    public const string Health = "health";

    /// <summary>Gesundheitsamt.</summary>
    public const string HealthOffice = "health-office";

    /// <summary>Sozialamt, Jobcenter, Sozialer Dienst.</summary>
    public const string SocialServices = "social-services";

    /// <summary>Polizei.</summary>
    public const string Police = "police";

    public const string Other = "other";
}
