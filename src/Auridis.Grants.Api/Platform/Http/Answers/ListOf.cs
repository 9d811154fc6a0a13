namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A page of a list.</summary>
/// <param name="Items">The page's items, in the order of the list.</param>
/// <param name="NextCursor">What to send as <c>cursor</c> for the next page; null on the last one.</param>
sealed record ListOf<T>(IReadOnlyList<T> Items, string? NextCursor) : IContinued;
