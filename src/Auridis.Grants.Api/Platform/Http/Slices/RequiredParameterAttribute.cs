namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The parameter must stand in the query.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class RequiredParameterAttribute : Attribute;
