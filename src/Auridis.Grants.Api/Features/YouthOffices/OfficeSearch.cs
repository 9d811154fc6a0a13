namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>
/// Which offices <c>?q=…</c> finds: by the AGS from its beginning, by the name anywhere. All are looked at: a Land has few.
/// </summary>
static class OfficeSearch
{
    public const string Matches = @"(Ags like @Prefix escape '\' or NameKey like @Anywhere escape '\')";

    /// <summary>Their keys.</summary>
    public const string Found = $"select Ags from YouthOffice where {Matches}";
}
