namespace Auridis.Grants.Api.Platform.Database;

/// <summary>The column of this member holds JSON.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class StoredAsJsonAttribute : Attribute
{
    /// <summary>Many rows have the same document, which nobody changes: it is parsed once for all of them.</summary>
    public bool Shared { get; init; }
}
