namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// The filters of a list, as text. Only those that are given stand in it: <c>or @X is null</c> would cost the index on both databases.
/// </summary>
static class Filters
{
    /// <param name="given">What the caller filters by; null adds nothing.</param>
    public static string When(this string select, object? given, string condition) => given is null ? select : $"{select} and {condition}";

    /// <summary>Which offices' rows a caller sees: all, or by <c>@OwnOffice</c> those of its own.</summary>
    public static string SeenBy(this string select, CurrentUser user) =>
        user.SeesAllOffices ? select : $"{select} and OfficeAgs = @OwnOffice";
}
