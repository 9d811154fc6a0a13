namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The route takes no request without an <c>Idempotency-Key</c>.</summary>
sealed class RequiredKey
{
    public static readonly RequiredKey Instance = new();
}
