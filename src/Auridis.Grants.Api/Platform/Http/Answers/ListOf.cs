namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A page of a list.</summary>
/// <param name="Items">The page's items, in the order of the list.</param>
/// <param name="NextCursor">What to send as <c>cursor</c> for the next page; null on the last one.</param>
/// <param name="ChangedUntil">
/// What to send as <c>changedSince</c> the next time; all pages name the same. Null in a list that was not asked by <c>changedSince</c>.
/// </param>
sealed record ListOf<T>(IReadOnlyList<T> Items, string? NextCursor, DateTimeOffset? ChangedUntil = null) : IContinued;
