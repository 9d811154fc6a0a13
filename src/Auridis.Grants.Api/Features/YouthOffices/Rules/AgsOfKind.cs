namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>
/// The official municipality keys of counties and independent cities end in 000, those of municipalities do not: the last three digits
/// number the municipalities of a county.
/// </summary>
static class AgsOfKind
{
    public static bool Fits(string ags, string kind) =>
        ags.EndsWith("000", StringComparison.Ordinal) == (kind != YouthOfficeKind.Municipality);
}
