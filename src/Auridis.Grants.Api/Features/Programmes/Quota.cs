namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>The most sites of one government district, or of one kind of youth office.</summary>
/// <param name="By">What the sites are counted by.</param>
/// <param name="Value">
/// The Regierungsbezirk, such as <c>Münster</c> (the state where it has none), or the kind of office, such as <c>county</c>; up to 100
/// characters.
/// </param>
/// <param name="Most">The most sites with this value, 1 to 1,000.</param>
sealed record Quota([property: OneOf(typeof(QuotaBy))] string By, string Value, int Most);
