namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A rule for which JSON Schema has no keyword: the OpenAPI document tells it in words.</summary>
interface IToldLimit
{
    /// <summary>A sentence, in English as the document is.</summary>
    string Told { get; }
}
