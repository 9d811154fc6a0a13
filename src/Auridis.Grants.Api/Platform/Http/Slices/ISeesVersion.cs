namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A slice that changes what the caller has seen: its route takes no request without <c>If-Match</c>.</summary>
interface ISeesVersion;
