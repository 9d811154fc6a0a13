using System.Text.Json;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A parameter of the query ends a range that another one begins; the OpenAPI document says so.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class NotBeforeAttribute(string begin) : Attribute
{
    /// <summary>The property that begins the range.</summary>
    public string Begin => begin;

    /// <summary>Its name in the query.</summary>
    public string Name => JsonNamingPolicy.CamelCase.ConvertName(begin);
}
