namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>One office may still apply after the end of the window.</summary>
/// <param name="OfficeAgs">The office, by its official municipality key.</param>
/// <param name="Until">The last day on which it can create and submit its application, to its end, Europe/Berlin.</param>
/// <param name="Reason">Why it may.</param>
sealed record LateException([property: Ags] string OfficeAgs, DateOnly Until, string Reason);
