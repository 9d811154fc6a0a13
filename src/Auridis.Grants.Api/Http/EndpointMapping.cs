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

    /// <summary>The validator beside a request, in the slice that both are nested in.</summary>
    public static Type? ValidatorOf(Type request) =>
        request.DeclaringType?.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(type => type.IsAssignableTo(typeof(IValidator<>).MakeGenericType(request)));
}
