using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Http;

/// <summary>
/// The whole list of problems that an operation can answer: what it names itself (<c>Refuses</c>), and what follows from its other
/// declarations. The OpenAPI document prints this list, and the tests hold every answer against it.
/// </summary>
static class ProblemsOf
{
    /// <summary>In the order in which they are checked; each once.</summary>
    public static IReadOnlyList<ProblemType> Endpoint(EndpointMetadataCollection metadata) =>
    [
        .. Caller(metadata)
            .Concat(Headers(metadata))
            .Concat(Body(metadata))
            .Concat(Query(metadata))
            .Concat(metadata.GetOrderedMetadata<RefusesMetadata>().SelectMany(refuses => refuses.Problems))
            .Concat(Outcome(metadata))
            .Distinct(),
    ];

    /// <summary>Nobody has to sign in for this operation.</summary>
    public static bool IsAnonymous(EndpointMetadataCollection metadata) => metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>Who may call the operation; null when nobody has to sign in for it.</summary>
    public static (bool PersonOnly, string[] Roles)? Rights(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAuthorizeData>()?.Policy is { } policy && Policies.Table.TryGetValue(policy, out var rights) ? rights : null;

    /// <summary>The successes that the operation answers.</summary>
    public static IEnumerable<IProducesResponseTypeMetadata> Answers(EndpointMetadataCollection metadata) =>
        metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Where(answer => answer.StatusCode is >= 200 and < 300);

    /// <summary>The operation answers a file, which the framework serves, with its own conditions.</summary>
    public static bool IsFile(EndpointMetadataCollection metadata) =>
        Answers(metadata).Any(answer => answer.Type == typeof(Stream) || answer.Type == typeof(FileContentHttpResult));

    /// <summary>The operation answers a page of a list.</summary>
    public static bool IsList(EndpointMetadataCollection metadata) =>
        Answers(metadata)
            .Any(answer => answer.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ListOf<>));

    public static bool Is(EndpointMetadataCollection metadata, string method) =>
        metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase) == true;

    static IEnumerable<ProblemType> Caller(EndpointMetadataCollection metadata)
    {
        yield return Problems.TooManyRequests;
        // By routing: with another Content-Type it finds no operation.
        if (metadata.GetMetadata<IAcceptsMetadata>() is not null)
            yield return Problems.UnsupportedMediaType;
        if (IsAnonymous(metadata))
            yield break;
        yield return Problems.Unauthenticated;
        yield return Problems.Forbidden;
        if (Rights(metadata) is { PersonOnly: true })
            yield return Problems.PersonRequired;
    }

    /// <summary>As <see cref="HeaderChecks"/> reads them.</summary>
    static IEnumerable<ProblemType> Headers(EndpointMetadataCollection metadata)
    {
        if (Answers(metadata).Any(answer => answer.ContentTypes.Any()))
            yield return Problems.NotAcceptable;
        if (metadata.GetMetadata<MovesMoneyMetadata>() is not null)
            yield return Problems.IdempotencyKeyMissing;
        if (!Is(metadata, HttpMethods.Get))
            yield return Problems.InvalidIdempotencyKey;
        if (metadata.GetMetadata<NeedsIfMatchMetadata>() is not null)
        {
            yield return Problems.IfMatchMissing;
            yield return Problems.InvalidIfMatch;
        }
    }

    static IEnumerable<ProblemType> Body(EndpointMetadataCollection metadata)
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

    static IEnumerable<ProblemType> Query(EndpointMetadataCollection metadata)
    {
        if (QueryParameters.Of(metadata) is [])
            yield break;
        yield return Problems.InvalidRequest;
        yield return Problems.InvalidValue;
        yield return Problems.UnknownParameter;
        yield return Problems.ValidationFailed;
        if (IsList(metadata))
            yield return Problems.InvalidCursor;
    }

    static IEnumerable<ProblemType> Outcome(EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<NeedsIfMatchMetadata>() is not null)
            yield return Problems.StaleVersion;
        if (IsFile(metadata))
            yield return Problems.PreconditionFailed;
        if (Is(metadata, HttpMethods.Post))
        {
            yield return Problems.IdempotencyKeyReused;
            yield return Problems.RequestInProgress;
        }
        yield return Problems.InternalError;
        if (!Is(metadata, HttpMethods.Get))
            yield return Problems.OutcomeUnknown;
        if (!Is(metadata, HttpMethods.Get) || !IsAnonymous(metadata))
            yield return Problems.Busy;
    }
}
