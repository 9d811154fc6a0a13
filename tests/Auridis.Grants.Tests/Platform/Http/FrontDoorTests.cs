using System.Net;
using Auridis.Grants.Api;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Auridis.Grants.Tests.Platform.Http;

public sealed class FrontDoorTests
{
    [Test, CancelAfter(Limit.OfATest)]
    public async Task Until_the_database_is_ready_it_lives_and_lets_requests_wait(CancellationToken cancel)
    {
        await using var database = await TestDatabase.Create(DatabaseKind.Sqlite);
        var builder = CommandLine.Builder([], "Development");
        builder.Configuration.AddInMemoryCollection([new("Database:ConnectionString", database.Settings.ConnectionString)]);
        builder.WebHost.UseTestServer();
        using var log = new LogRecorder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.AddGrants();
        await using var app = builder.Build();
        await app.StartAsync(cancel);
        using var http = app.GetTestClient();

        var live = await http.GetAsync(new Uri("/health/live", UriKind.Relative), cancel);
        var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancel);
        var problems = http.GetAsync(new Uri("/problems", UriKind.Relative), cancel);
        Assert.That((live.StatusCode, ready.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable)));
        Assert.That(await ready.Content.ReadAsStringAsync(cancel), Does.Contain("being made ready"));
        Assert.That(problems.IsCompleted, Is.False);
        Assert.That(log.Lines, Is.Empty, "who waits for a long migration asks often");

        await app.Services.GetRequiredService<Startup>().Run(cancel);
        app.Open(Grants.Api.Api.UseGrants);

        ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancel);
        Assert.That((ready.StatusCode, (await problems).StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
    }
}
