using System.Reflection;
using FluentValidation;

namespace Auridis.Grants.Api.Http;

static class EndpointMapping
{
    /// <summary>Maps a slice.</summary>
    /// <exception cref="InvalidOperationException">The slice has a request and no validator for it: found at start-up, not at run time.</exception>
    public static IEndpointRouteBuilder Map<TEndpoint>(this IEndpointRouteBuilder routes)
        where TEndpoint : IEndpoint
    {
        if (RequestOf(typeof(TEndpoint)) is { } request && ValidatorOf(request) is null)
            throw new InvalidOperationException($"{typeof(TEndpoint).Name} has a Request and no Validator : AbstractValidator<Request>.");
        TEndpoint.Map(routes);
        return routes;
    }

    static Type? RequestOf(Type endpoint) => endpoint.GetNestedType("Request", BindingFlags.Public | BindingFlags.NonPublic);

    /// <summary>The validator beside a request, in the slice that both are nested in; null for any other type. By name: reflection over all types costs the start.</summary>
    public static Type? ValidatorOf(Type type) =>
        type is { IsNested: true, Name: "Request" }
        && type.DeclaringType!.GetNestedType("Validator", BindingFlags.Public | BindingFlags.NonPublic) is { BaseType: { IsGenericType: true } validatorOf } validator
        && validatorOf.GetGenericTypeDefinition() == typeof(AbstractValidator<>)
        && validatorOf.GenericTypeArguments[0] == type
            ? validator
            : null;
}
