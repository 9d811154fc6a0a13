using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using FluentValidation;

namespace Auridis.Grants.Api.Http;

/// <summary>Stands before every handler: the query has names and values that the route knows, the request keeps to its validator. Shape only; states and rules are checked in the transaction.</summary>
static class RequestFilter
{
    static readonly ConcurrentDictionary<Type, IValidator> Validators = [];

    /// <summary>Made once for each route, when routing is built.</summary>
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext route, EndpointFilterDelegate next)
    {
        var parameters = route.MethodInfo.GetParameters();
        var body = Array.FindIndex(parameters, parameter => EndpointMapping.ValidatorOf(parameter.ParameterType) is not null);
        var validator = body < 0 ? null : EndpointMapping.ValidatorOf(parameters[body].ParameterType);
        IReadOnlyList<QueryParameter>? query = null;
        return context =>
        {
            query ??= QueryParameters.Of(context.HttpContext.GetEndpoint()!.Metadata);
            if (QueryParameters.Check(context.HttpContext.Request.Query, query) is { } unknown)
                return ValueTask.FromResult<object?>(new ProblemResult(unknown));
            if (validator is not null)
            {
                var request = context.Arguments[body]!;
                if (Validate(validator, request) is { } problem)
                    return ValueTask.FromResult<object?>(new ProblemResult(problem));
                if (context.HttpContext.Features.Get<RequestHeaders>() is { IdempotencyKey: not null } headers)
                    context.HttpContext.Features.Set(headers with { Fingerprint = Fingerprint(request) });
            }
            return next(context);
        };
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
