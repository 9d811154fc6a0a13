using FastEndpoints;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Platform;

/// <summary>
/// A slice that leaves open who may call it, or whose request nobody checks, does not get as far as a server: mapping it throws.
/// </summary>
[TestFixture]
public sealed class SlicesTests
{
    [Test]
    public void A_slice_without_a_policy_stops_the_start() =>
        Assert.That(Routes<Open>, Throws.InvalidOperationException.With.Message.Contains("Open").And.Message.Contains("Policies"));

    [Test]
    public void A_request_without_a_validator_stops_the_start() =>
        Assert.That(Routes<Careless>, Throws.InvalidOperationException.With.Message.Contains("Careless").And.Message.Contains("Validator"));

    [Test]
    public void Nor_is_the_validator_of_another_request_enough() =>
        Assert.That(Routes<Mistaken>, Throws.InvalidOperationException.With.Message.Contains("Mistaken").And.Message.Contains("Validator"));

    [Test]
    public void With_policy_and_validator_it_is_a_route() => Assert.That(Routes<Careful>(), Has.Count.EqualTo(1));

    static List<Microsoft.AspNetCore.Http.Endpoint> Routes<TSlice>()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        builder.Services.AddSlices([typeof(TSlice)]);
        IEndpointRouteBuilder app = builder.Build();
        app.MapSlices(_ => "Tests");
        return [.. app.DataSources.SelectMany(source => source.Endpoints)];
    }

    abstract class Slice<TRequest> : Endpoint<TRequest>
        where TRequest : notnull
    {
        public override void Configure()
        {
            Post("/" + GetType().Name);
            Policies(Can.Read);
        }

        public override Task HandleAsync(TRequest req, CancellationToken ct) => Task.CompletedTask;
    }

    sealed class Open : EndpointWithoutRequest
    {
        public override void Configure() => Post("/open");

        public override Task HandleAsync(CancellationToken ct) => Task.CompletedTask;
    }

    sealed class Careless : Slice<Careless.Request>
    {
        public sealed record Request(string Name);
    }

    sealed class Mistaken : Slice<Mistaken.Request>
    {
        public sealed record Request(string Name);

        public sealed class Validator : AbstractValidator<Careful.Request>;
    }

    sealed class Careful : Slice<Careful.Request>
    {
        public sealed record Request(string Name);

        public sealed class Validator : AbstractValidator<Request>;
    }
}
