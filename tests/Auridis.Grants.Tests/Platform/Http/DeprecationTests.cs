using System.Text.Json;
using Auridis.Grants.Api.Platform.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>One line in a slice says that it will be removed; its answers and the document tell who uses it.</summary>
[TestFixture]
public sealed class DeprecationTests
{
    WebApplication app = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthorization();
        builder.Services.AddSlices([typeof(ListOldThings), typeof(ListThings)]);
        builder.AddOpenApiDocument();
        app = builder.Build();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseRouting();
        app.UseMiddleware<DeprecationHeaders>();
        app.UseAuthorization();
        app.MapSlices(_ => "Problems");
        await app.StartAsync();
    }

    [OneTimeTearDown]
    public async Task Stop() => await app.DisposeAsync();

    [TestCase("/old-things", 200)]
    [TestCase("/old-things?limit=0", 400)]
    public async Task Every_answer_of_a_deprecated_operation_says_so(string path, int status)
    {
        using var response = await app.GetTestClient().GetAsync(new Uri(path, UriKind.Relative));

        Assert.That(((int)response.StatusCode, Header(response, "Deprecation"), Header(response, "Sunset")),
            Is.EqualTo((status, "@1798761600", "Sat, 01 Jan 2028 00:00:00 GMT")));
        Assert.That(response.Headers.GetValues("Link"), Has.Member("</swagger>; rel=\"deprecation\"; type=\"text/html\""));
    }

    [Test]
    public async Task The_link_to_the_next_page_stays()
    {
        using var response = await app.GetTestClient().GetAsync(new Uri("/old-things", UriKind.Relative));

        Assert.That(response.Headers.GetValues("Link"), Has.Exactly(1).Contains("rel=\"next\"").And.Exactly(2).Items);
    }

    [Test]
    public async Task Other_operations_say_nothing_of_it()
    {
        using var response = await app.GetTestClient().GetAsync(new Uri("/things", UriKind.Relative));

        Assert.That((Header(response, "Deprecation"), Header(response, "Sunset")), Is.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public void The_document_marks_it_and_says_what_to_use()
    {
        var document = app.Services.GetRequiredService<ISwaggerProvider>().GetSwagger("v1");
        using var text = new StringWriter();
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        var paths = JsonDocument.Parse(text.ToString()).RootElement.GetProperty("paths");
        var (old, current) = (paths.GetProperty("/old-things").GetProperty("get"), paths.GetProperty("/things").GetProperty("get"));

        Assert.That(old.GetProperty("deprecated").GetBoolean());
        Assert.That(old.GetProperty("description").GetString(), Is.EqualTo(
            "Deprecated since 2027-01-01; from 2028-01-01 on it can be removed. Use `listThings` instead.\n\nIn their old order."));
        Assert.That(old.GetProperty("responses").GetProperty("200").GetProperty("headers").EnumerateObject().Select(header => header.Name),
            Does.Contain("Deprecation").And.Contain("Sunset"));
        Assert.That(current.TryGetProperty("deprecated", out _), Is.False);
        Assert.That(current.GetProperty("responses").GetProperty("200").GetProperty("headers").TryGetProperty("Sunset", out _), Is.False);
    }

    [Test]
    public void Who_uses_it_has_twelve_months()
    {
        Assert.That(() => new Deprecation(new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31), typeof(ListThings)),
            Throws.InvalidOperationException.With.Message.Contains("12 months"));
        Assert.That(() => new Deprecation(new DateOnly(2027, 1, 1), new DateOnly(2028, 1, 1), typeof(ListThings)), Throws.Nothing);
    }

    static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    abstract class Things : Slice<Paging, Listed<string>>
    {
        protected override Task<Listed<string>> Answer(Paging request, CancellationToken cancel) =>
            Task.FromResult<Listed<string>>(new ListOf<string>(["one"], "next"));
    }

    /// <summary>Lists things as before.</summary>
    /// <remarks>In their old order.</remarks>
    sealed class ListOldThings : Things
    {
        public override void Configure()
        {
            Get("/old-things");
            AllowAnonymous();
            Deprecated(new DateOnly(2027, 1, 1), until: new DateOnly(2028, 1, 1), instead: typeof(ListThings));
        }
    }

    /// <summary>Lists things.</summary>
    /// <remarks>In their order.</remarks>
    sealed class ListThings : Things
    {
        public override void Configure()
        {
            Get("/things");
            AllowAnonymous();
        }
    }
}
