using System.Diagnostics.CodeAnalysis;
using Auridis.Grants.Api;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security.Development;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Auridis.Grants.Tests;

/// <summary>The whole API in this process, on a database of its own, with a client for each person.</summary>
sealed class GrantsApp : IAsyncDisposable
{
    readonly TestDatabase database;
    readonly WebApplication app;

    GrantsApp(TestDatabase database, WebApplication app) => (this.database, this.app) = (database, app);

    public IServiceProvider Services => app.Services;

    public Db Db => Services.GetRequiredService<Db>();

    public static async Task<GrantsApp> Start(DatabaseKind kind, params (string Key, string Value)[] settings)
    {
        var own = await TestDatabase.Create(kind);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = "Auridis.Grants.Api" });
        builder.Configuration.AddInMemoryCollection(
        [
            new("Database:Provider", own.Settings.Provider),
            new("Database:ConnectionString", own.Settings.ConnectionString),
            .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)),
        ]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddTransient<IStartupFilter, DeclaredProblems>();
        builder.AddGrants();
        var api = builder.Build();
        api.UseGrants();
        await api.Services.GetRequiredService<Startup>().Run(CancellationToken.None);
        await api.StartAsync();
        return new GrantsApp(own, api);
    }

    /// <summary>A client that has signed in as a demo person.</summary>
    public GrantsClient As(string person) => With(Services.GetRequiredService<DevelopmentIssuer>().TokenFor(DemoPersons.Find(person)!));

    /// <summary>A client that has signed in as the export job, a machine.</summary>
    public GrantsClient AsMachine() => With(Services.GetRequiredService<DevelopmentIssuer>().TokenFor(DemoPersons.ExportJob));

    /// <summary>A client with any token, or none.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "the test server's clients hold nothing but the handler")]
    public GrantsClient With(string? token)
    {
        var http = app.GetTestClient();
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return new GrantsClient(http);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Tells the client which problems the operation declares: it holds each answer against them.</summary>
    public sealed class DeclaredProblems : IStartupFilter
    {
        public const string Header = "Declared-Problems";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => api =>
        {
            api.Use((http, rest) =>
            {
                http.Response.OnStarting(() =>
                {
                    if (http.GetEndpoint() is RouteEndpoint route)
                        http.Response.Headers[Header] = string.Join(' ', ProblemsOf.Endpoint(route.Metadata).Select(problem => problem.Code));
                    return Task.CompletedTask;
                });
                return rest(http);
            });
            next(api);
        };
    }
}
