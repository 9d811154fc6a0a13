using System.Collections.Concurrent;
using FastEndpoints;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Makes a slice for a request. FastEndpoints' own factory compiles an expression for each slice when the routes are mapped, since each
/// is made once to be configured; that was most of what it added to the start. Here a slice is compiled when it is first called.
/// </summary>
sealed class SliceActivator : IEndpointFactory
{
    readonly ConcurrentDictionary<Type, ObjectFactory> factories = new();

    public BaseEndpoint Create(EndpointDefinition definition, HttpContext ctx) => (BaseEndpoint)(ctx.GetEndpoint() is null
        ? ActivatorUtilities.CreateInstance(ctx.RequestServices, definition.EndpointType)
        : factories.GetOrAdd(definition.EndpointType, slice => ActivatorUtilities.CreateFactory(slice, []))(ctx.RequestServices, []));
}
