namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary><c>current → replaced</c>. A contact that somebody has taken over from is kept: applications and awards name it.</summary>
static class ContactStatus
{
    /// <summary>Can be asked.</summary>
    public const string Current = "current";

    /// <summary>Another one has taken over.</summary>
    public const string Replaced = "replaced";
}
