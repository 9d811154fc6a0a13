namespace Auridis.Grants.Api.Platform.Database;

/// <summary>The value of a closure that has nothing to tell but its success.</summary>
readonly record struct Done;
