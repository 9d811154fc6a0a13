using System.Text;
using System.Text.Json;
using FastEndpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Platform;

/// <summary>
/// A slice that leaves open who may call it, or whose request nobody checks, does not get as far as a server: mapping it throws.
/// </summary>
[TestFixture]
public sealed class SlicesTests() : ApiTests(DatabaseKind.Sqlite)
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

    /// <summary>FastEndpoints brings a route of its own, which tells the paths of all others.</summary>
    [Test]
    public async Task The_library_s_own_route_is_not_there() =>
        (await app.As("caseworker-1").Get("/_test_url_cache_")).Refused(404, "not-found");

    [TestCase("{}", 415, "unsupported-media-type")]
    [TestCase("", 400, "malformed-json")]
    public async Task A_body_says_what_it_is(string body, int status, string code)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        using var response = await app.As("caseworker-1").Http.PostAsync("/programmes", content);

        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.That(((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, problem.GetProperty("code").GetString()),
            Is.EqualTo((status, "application/problem+json", code)));
    }

    static List<Microsoft.AspNetCore.Http.Endpoint> Routes<TSlice>()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        builder.Services.AddSlices([typeof(TSlice)]);
        IEndpointRouteBuilder routes = builder.Build();
        routes.MapSlices(_ => "Tests");
        return [.. routes.DataSources.SelectMany(source => source.Endpoints)];
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

        public sealed class Validator : RequestValidator<Careful.Request>;
    }

    sealed class Careful : Slice<Careful.Request>
    {
        public sealed record Request(string Name);

        public sealed class Validator : RequestValidator<Request>;
    }
}
