namespace Auridis.Grants.Api.Platform.Database;

/// <summary>The column of this member holds JSON.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class StoredAsJsonAttribute : Attribute;
