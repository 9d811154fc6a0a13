namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The route takes bodies of another size than the rest: files, which are never held in one piece.</summary>
sealed record LargestBody(long Bytes);
