using FastEndpoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// The whole list of problems that an operation can answer: what it names itself (<c>Refuses</c>), and what follows from its other
/// declarations. The OpenAPI document prints this list, and the tests hold every answer against it.
/// </summary>
static class ProblemsOf
{
    /// <summary>In the order in which they are checked; each once.</summary>
    public static IReadOnlyList<Problem> Endpoint(EndpointMetadataCollection metadata) =>
    [
        .. Caller(metadata)
            .Concat(Headers(metadata))
            .Concat(Body(metadata))
            .Concat(Query(metadata))
            .Concat(metadata.GetOrderedMetadata<Refusals>().SelectMany(refuses => refuses.Problems))
            .Concat(Outcome(metadata))
            .Distinct(),
    ];

    /// <summary>Nobody has to sign in for this operation.</summary>
    public static bool IsAnonymous(EndpointMetadataCollection metadata) => metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>Who may call the operation; null when nobody has to sign in for it.</summary>
    public static (bool PersonOnly, string[] Roles)? Rights(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAuthorizeData>()?.Policy is { } policy && Can.Table.TryGetValue(policy, out var rights) ? rights : null;

    /// <summary>The successes that the operation answers.</summary>
    public static IEnumerable<IProducesResponseTypeMetadata> Answers(EndpointMetadataCollection metadata) =>
        metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Where(answer => answer.StatusCode is >= 200 and < 300);

    /// <summary>The operation answers a file.</summary>
    public static bool IsFile(EndpointMetadataCollection metadata) =>
        Answers(metadata).Any(answer => answer.Type == typeof(Stream) || answer.Type == typeof(FileContentHttpResult));

    /// <summary>The operation answers a part of a file to who asks for one.</summary>
    public static bool HasParts(EndpointMetadataCollection metadata) =>
        Answers(metadata).Any(answer => answer.StatusCode == StatusCodes.Status206PartialContent);

    /// <summary>The operation answers a page.</summary>
    public static bool IsPage(EndpointMetadataCollection metadata) =>
        Answers(metadata).Any(answer => answer.Type?.IsAssignableTo(typeof(IContinued)) == true);

    public static bool Is(EndpointMetadataCollection metadata, string method) =>
        metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase) == true;

    /// <summary>The caller says in <c>If-Match</c> which version it saw.</summary>
    public static bool NeedsIfMatch(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<EndpointDefinition>()?.EndpointType.IsAssignableTo(typeof(ISeesVersion)) == true;

    /// <summary>The names of the parameters that the operation takes from the query.</summary>
    static bool HasQuery(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<EndpointDefinition>() is { } slice
        && Parameters.StandInQuery(slice)
        && Parameters.Query(slice.ReqDtoType).Any();

    static IEnumerable<Problem> Caller(EndpointMetadataCollection metadata)
    {
        yield return Problems.TooManyRequests;
        // By routing: with another Content-Type it finds no operation.
        if (metadata.GetMetadata<IAcceptsMetadata>() is not null)
            yield return Problems.UnsupportedMediaType;
        if (IsAnonymous(metadata))
            yield break;
        yield return Problems.AuthorityUnavailable;
        yield return Problems.Unauthenticated;
        yield return Problems.Forbidden;
        if (Rights(metadata) is { PersonOnly: true })
            yield return Problems.PersonRequired;
    }

    /// <summary>As <see cref="HeaderChecks"/> reads them.</summary>
    static IEnumerable<Problem> Headers(EndpointMetadataCollection metadata)
    {
        if (Answers(metadata).Any(answer => answer.ContentTypes.Any()))
            yield return Problems.NotAcceptable;
        if (metadata.GetMetadata<RequiredKey>() is not null)
            yield return Problems.IdempotencyKeyMissing;
        if (!Is(metadata, HttpMethods.Get))
            yield return Problems.InvalidIdempotencyKey;
        if (NeedsIfMatch(metadata))
        {
            yield return Problems.IfMatchMissing;
            yield return Problems.InvalidIfMatch;
        }
    }

    static IEnumerable<Problem> Body(EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<IAcceptsMetadata>() is { } accepts)
        {
            yield return Problems.RequestTimeout;
            yield return Problems.TooLarge;
            yield return Problems.InvalidRequest;
            if (accepts.ContentTypes.Any(type => type.EndsWith("json", StringComparison.OrdinalIgnoreCase)))
            {
                yield return Problems.MalformedJson;
                yield return Problems.UnknownField;
                yield return Problems.MissingField;
                yield return Problems.InvalidValue;
                yield return Problems.ValidationFailed;
            }
        }
    }

    static IEnumerable<Problem> Query(EndpointMetadataCollection metadata)
    {
        if (!HasQuery(metadata))
            yield break;
        yield return Problems.InvalidRequest;
        yield return Problems.InvalidValue;
        yield return Problems.UnknownParameter;
        yield return Problems.ValidationFailed;
        if (IsPage(metadata))
            yield return Problems.InvalidCursor;
    }

    static IEnumerable<Problem> Outcome(EndpointMetadataCollection metadata)
    {
        if (NeedsIfMatch(metadata))
            yield return Problems.StaleVersion;
        if (Is(metadata, HttpMethods.Post))
        {
            yield return Problems.IdempotencyKeyReused;
            yield return Problems.RequestInProgress;
        }
        yield return Problems.InternalError;
        if (!Is(metadata, HttpMethods.Get))
            yield return Problems.OutcomeUnknown;
        if (Is(metadata, HttpMethods.Get) && IsAnonymous(metadata))
            yield break;
        yield return Problems.Busy;
        yield return Problems.StorageUnavailable;
    }
}
