using System.Reflection;
using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

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
            .Concat(Content(metadata))
            .Concat(metadata.GetOrderedMetadata<RefusesMetadata>().SelectMany(refuses => refuses.Problems))
            .Concat(Outcome(metadata))
            .Distinct(),
    ];

    /// <summary>Nobody has to sign in for this operation.</summary>
    public static bool IsAnonymous(EndpointMetadataCollection metadata) => metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>The operation answers a page of a list.</summary>
    public static bool IsList(EndpointMetadataCollection metadata) =>
        metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
            .Any(answer => answer.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ListOf<>));

    public static bool Is(EndpointMetadataCollection metadata, string method) =>
        metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase) == true;

    static IEnumerable<ProblemType> Caller(EndpointMetadataCollection metadata)
    {
        yield return Problems.TooManyRequests;
        if (IsAnonymous(metadata))
            yield break;
        yield return Problems.Unauthenticated;
        yield return Problems.Forbidden;
        var policies = metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).OfType<string>();
        if (policies.Any(policy => Policies.Table.TryGetValue(policy, out var rights) && rights.PersonOnly))
            yield return Problems.PersonRequired;
    }

    static IEnumerable<ProblemType> Headers(EndpointMetadataCollection metadata)
    {
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

    static IEnumerable<ProblemType> Content(EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<IAcceptsMetadata>() is { } accepts)
        {
            yield return Problems.TooLarge;
            yield return Problems.UnsupportedMediaType;
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
        if (HasQuery(metadata))
        {
            yield return Problems.InvalidRequest;
            yield return Problems.InvalidValue;
        }
        if (IsList(metadata))
        {
            yield return Problems.ValidationFailed;
            yield return Problems.InvalidCursor;
        }
    }

    static IEnumerable<ProblemType> Outcome(EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<NeedsIfMatchMetadata>() is not null)
            yield return Problems.StaleVersion;
        if (Is(metadata, HttpMethods.Post))
        {
            yield return Problems.IdempotencyKeyReused;
            yield return Problems.RequestInProgress;
        }
        yield return Problems.InternalError;
        if (!Is(metadata, HttpMethods.Get))
        {
            yield return Problems.OutcomeUnknown;
            yield return Problems.Busy;
        }
    }

    /// <summary>A value that may be missing and is no body can only stand in the query.</summary>
    static bool HasQuery(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<MethodInfo>()?.GetParameters()
            .Any(parameter => parameter.IsDefined(typeof(FromQueryAttribute)) || parameter.IsDefined(typeof(AsParametersAttribute)) || Nullable.GetUnderlyingType(parameter.ParameterType) is not null) == true;
}
