namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>
/// The official municipality keys of counties and independent cities end in 000, those of municipalities do not: the last three digits
/// number the municipalities of a county.
/// </summary>
static class AgsOfKind
{
    public static string Message => Bilingual.Of(
        "The AGS does not fit the kind: counties and independent cities end in 000, municipalities do not.",
        "Der AGS passt nicht zur Art: Kreise und kreisfreie Städte enden auf 000, kreisangehörige Städte nicht.");

    public static bool Fits(string ags, string kind) =>
        ags.EndsWith("000", StringComparison.Ordinal) == (kind != YouthOfficeKind.Municipality);
}
