namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The problems that a slice answers on its own account.</summary>
sealed record Refusals(IReadOnlyList<Problem> Problems);
