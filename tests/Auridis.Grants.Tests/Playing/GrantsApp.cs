using System.Diagnostics.CodeAnalysis;
using Auridis.Grants.Api;
using Auridis.Grants.Api.Platform.Deadlines;
using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Auridis.Grants.Tests.Playing;

/// <summary>The whole API in this process, on a database of its own, with a client for each person.</summary>
sealed class GrantsApp : IAsyncDisposable
{
    readonly TestDatabase database;
    readonly WebApplication app;

    GrantsApp(TestDatabase database, WebApplication app) => (this.database, this.app) = (database, app);

    public IServiceProvider Services => app.Services;

    public Db Db => Services.GetRequiredService<Db>();

    /// <summary>Which database it is, as the command line takes it.</summary>
    public string[] DatabaseArguments =>
        [$"--Database:Provider={database.Settings.Provider}", $"--Database:ConnectionString={database.Settings.ConnectionString}"];

    /// <summary>
    /// Starts the API in memory. Every change that succeeds must have left an audit event: <see cref="AuditGuard"/> stands before every
    /// route.
    /// </summary>
    public static Task<GrantsApp> Start(DatabaseKind kind, params (string Key, string Value)[] settings) =>
        Start(kind, settings, builder => builder.WebHost.UseTestServer());

    /// <summary>Starts the API in memory, with something more.</summary>
    /// <param name="extend">Adds to the finished pipeline, as routes that only a test has.</param>
    public static Task<GrantsApp> Start(
        DatabaseKind kind, Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? extend = null) =>
        Start(kind, [], builder =>
        {
            builder.WebHost.UseTestServer();
            configure?.Invoke(builder);
        }, extend);

    /// <summary>
    /// Starts the API on a port of this machine, for what only a real server does: limits, broken connections, wire formats.
    /// </summary>
    public static Task<GrantsApp> Listen(DatabaseKind kind, params (string Key, string Value)[] settings) =>
        Start(kind, settings, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));

    static async Task<GrantsApp> Start(
        DatabaseKind kind, (string Key, string Value)[] settings, Action<WebApplicationBuilder> configure,
        Action<WebApplication>? extend = null)
    {
        var own = await TestDatabase.Create(kind);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = "Auridis.Grants.Api" });
        builder.Configuration.AddInMemoryCollection(
        [
            new("Database:Provider", own.Settings.Provider),
            new("Database:ConnectionString", own.Settings.ConnectionString),
            // Tests are one caller each, and in a hurry.
            new("RateLimit:PermitsPerMinute", "0"),
            new("RateLimit:PermitsPerMinuteAndAddress", "0"),
        ]);
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        builder.Logging.ClearProviders();
        configure(builder);
        builder.Services.AddTransient<IStartupFilter, DeclaredProblems>();
        builder.AddGrants();
        // What is due is done when a test sets the clock, and not at any moment.
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(SweepEachMinute)));
        var api = builder.Build();
        await api.StartGrants(pipeline =>
        {
            pipeline.UseMiddleware<AuditGuard>();
            pipeline.UseGrants();
            extend?.Invoke(pipeline);
        });
        return new GrantsApp(own, api);
    }

    /// <summary>The routes, as they are mapped.</summary>
    public IEnumerable<RouteEndpoint> Routes => Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>Where the API listens; only after <see cref="Listen"/>.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>A client that has signed in as a demo person.</summary>
    public GrantsClient As(string person) => With(Services.GetRequiredService<DevelopmentIssuer>().TokenFor(DemoPersons.Find(person)!));

    /// <summary>A client that has signed in as the export job, a machine.</summary>
    public GrantsClient AsMachine() => With(Services.GetRequiredService<DevelopmentIssuer>().TokenFor(DemoPersons.ExportJob));

    /// <summary>A client with any token, or none.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "the test server's clients hold nothing but the handler")]
    public GrantsClient With(string? token)
    {
        var http = app.Services.GetService<IServer>() is TestServer ? app.GetTestClient() : new HttpClient { BaseAddress = Address };
        // The test has its own limit.
        http.Timeout = Timeout.InfiniteTimeSpan;
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return new GrantsClient(http);
    }

    /// <summary>Stops the server as an operator does: what runs is finished, what waits is sent.</summary>
    public Task Stop() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Tells the client the name of the operation, and which problems it declares: it holds each answer against them.</summary>
    public sealed class DeclaredProblems : IStartupFilter
    {
        public const string Header = "Declared-Problems";
        public const string Operation = "Operation";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => api =>
        {
            api.Use((http, rest) =>
            {
                http.Response.OnStarting(() =>
                {
                    if (http.GetEndpoint() is RouteEndpoint route)
                    {
                        http.Response.Headers[Header] =
                            string.Join(' ', ProblemsOf.Endpoint(route.Metadata).Select(problem => problem.Code));
                        http.Response.Headers[Operation] = route.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
                    }
                    return Task.CompletedTask;
                });
                return rest(http);
            });
            next(api);
        };
    }
}
