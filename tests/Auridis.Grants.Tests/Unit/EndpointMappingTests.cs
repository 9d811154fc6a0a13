using Auridis.Grants.Api.Http;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Auridis.Grants.Tests.Unit;

/// <summary>A request that nobody checks does not get as far as a server: mapping its slice, or building its route, throws.</summary>
[TestFixture]
public sealed class EndpointMappingTests
{
    [Test]
    public void A_request_without_a_validator_stops_the_start() =>
        Assert.That(Routes<Careless>, Throws.InvalidOperationException.With.Message.Contains("Careless").And.Message.Contains("Validator"));

    [Test]
    public void Nor_is_the_validator_of_another_request_enough() =>
        Assert.That(Routes<Mistaken>, Throws.InvalidOperationException.With.Message.Contains("Mistaken").And.Message.Contains("Validator"));

    [Test]
    public void With_its_validator_it_is_a_route() => Assert.That(Routes<Careful>(), Has.Count.EqualTo(1));

    static List<Endpoint> Routes<TEndpoint>()
        where TEndpoint : IEndpoint
    {
        IEndpointRouteBuilder app = WebApplication.CreateSlimBuilder().Build();
        app.MapGroup("").AddEndpointFilterFactory(RequestFilter.Create).Map<TEndpoint>();
        return [.. app.DataSources.SelectMany(source => source.Endpoints)];
    }

    sealed class Careless : IEndpoint
    {
        public sealed record Request(string Name);

        public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/careless", (Request request) => request.Name);
    }

    sealed class Mistaken : IEndpoint
    {
        public sealed record Request(string Name);

        public sealed class Validator : AbstractValidator<Careful.Request>;

        public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/mistaken", (Request request) => request.Name);
    }

    sealed class Careful : IEndpoint
    {
        public sealed record Request(string Name);

        public sealed class Validator : AbstractValidator<Request>;

        public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/careful", (Request request) => request.Name);
    }
}
