using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using FluentValidation;

namespace Auridis.Grants.Api.Http;

/// <summary>
/// Stands before every handler: headers that the route needs are there, the request keeps to its validator. Shape only; states and
/// rules are checked in the transaction.
/// </summary>
static class RequestFilter
{
    static readonly ConcurrentDictionary<Type, IValidator> Validators = [];

    /// <summary>Made once for each route, when routing is built.</summary>
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext route, EndpointFilterDelegate next)
    {
        var parameters = route.MethodInfo.GetParameters();
        var body = Array.FindIndex(parameters, parameter => EndpointMapping.ValidatorOf(parameter.ParameterType) is not null);
        var validator = body < 0 ? null : EndpointMapping.ValidatorOf(parameters[body].ParameterType);
        return context =>
        {
            var problem = ReadHeaders(context.HttpContext, out var headers);
            if (problem is null && validator is not null)
            {
                var request = context.Arguments[body]!;
                problem = Validate(validator, request);
                if (headers.IdempotencyKey is not null)
                    headers = headers with { Fingerprint = Fingerprint(request) };
            }
            if (problem is not null)
                return ValueTask.FromResult<object?>(new ProblemResult(problem));
            context.HttpContext.Features.Set(headers);
            return next(context);
        };
    }

    static Problem? ReadHeaders(HttpContext http, out RequestHeaders headers)
    {
        headers = RequestHeaders.None;
        if (HttpMethods.IsGet(http.Request.Method))
            return null;
        var metadata = http.GetEndpoint()!.Metadata;
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key is "" && metadata.GetMetadata<MovesMoneyMetadata>() is not null)
            return Problems.IdempotencyKeyMissing;
        // The draft makes it a structured string, "…"; most clients send it bare. Both are the same key.
        var bare = key.Length >= 2 && key[0] == '"' && key[^1] == '"' ? key[1..^1] : key;
        if (key is not "" && (bare.Length is 0 or > 128 || bare.Any(c => c is <= ' ' or > '~')))
            return Problems.InvalidIdempotencyKey;
        int? version = null;
        if (metadata.GetMetadata<NeedsIfMatchMetadata>() is not null)
        {
            var match = http.Request.Headers.IfMatch.ToString();
            if (match is "")
                return Problems.IfMatchMissing;
            if (!ETag.TryParse(match, out var named))
                return Problems.InvalidIfMatch;
            version = named;
        }
        headers = new RequestHeaders(HttpMethods.IsPost(http.Request.Method) && bare is not "" ? bare : null, "", version);
        return null;
    }

    static Problem? Validate(Type validatorType, object request)
    {
        var validator = Validators.GetOrAdd(validatorType, type => (IValidator)Activator.CreateInstance(type)!);
        var result = validator.Validate(new ValidationContext<object>(request));
        return result.IsValid ? null : new Problem(Problems.ValidationFailed, [])
        {
            Errors = result.Errors
                .GroupBy(error => JsonPointer.OfProperty(error.PropertyName), error => error.ErrorMessage, StringComparer.Ordinal)
                .ToDictionary(errors => errors.Key, errors => errors.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal),
        };
    }

    /// <summary>Of what the request says, not of how it is written: white space and the order of fields do not matter.</summary>
    static string Fingerprint(object request) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), Json.Options)));
}

/// <summary>The headers that a change reads.</summary>
/// <param name="IdempotencyKey">The caller's key for this request, or null.</param>
/// <param name="Fingerprint">SHA-256 of the body under that key; empty without a body.</param>
/// <param name="Version">The version named in If-Match, or null where the route takes none.</param>
sealed record RequestHeaders(string? IdempotencyKey, string Fingerprint, int? Version)
{
    public static readonly RequestHeaders None = new(null, "", null);
}
