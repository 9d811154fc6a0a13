namespace Auridis.Grants.Api.Http;

/// <summary>
/// One use case: a request, a response, a validator, a route, a handler and its SQL, in one file and in this order.
/// </summary>
interface IEndpoint
{
    /// <summary>Declares the route: its path, who may call it, what it answers.</summary>
    static abstract void Map(IEndpointRouteBuilder routes);
}
