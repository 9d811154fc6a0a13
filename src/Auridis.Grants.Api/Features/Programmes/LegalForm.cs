namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>The legal form in which the grants are made. It presets the remedy, and the paragraphs that letters cite.</summary>
static class LegalForm
{
    /// <summary>An administrative act (Bescheid) under the social code (SGB VIII, SGB X).</summary>
    public const string ActSocialCode = "act-social-code";

    /// <summary>An administrative act (Bescheid) under general administrative law (VwVfG NRW).</summary>
    public const string ActGeneral = "act-general";

    /// <summary>A contract under public law (öffentlich-rechtlicher Vertrag).</summary>
    public const string PublicContract = "public-contract";

    /// <summary>A contract under private law.</summary>
    public const string PrivateContract = "private-contract";
}
