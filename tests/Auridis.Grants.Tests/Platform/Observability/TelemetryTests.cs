using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Auridis.Grants.Api.Platform.Observability;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Auridis.Grants.Tests.Platform.Observability;

[TestFixture]
[NonParallelizable]
public sealed class TelemetryTests
{
    [Test]
    public async Task Traces_and_metrics_are_sent_when_an_endpoint_is_set()
    {
        ConcurrentDictionary<string, string> received = [];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.AddOrUpdate(http.Request.Path, _ => Encoding.Latin1.GetString(body.ToArray()), (_, earlier) =>
                earlier + Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync();

        await using (var app = await GrantsApp.Listen(DatabaseKind.Sqlite, (Telemetry.Endpoint, collector.Urls.Single()),
            (Telemetry.Protocol, "http/protobuf")))
        {
            var caseworker = app.As("caseworker-1");
            (await caseworker.Post("/programmes?name=Erika", Sample.Programme("TRACED"), key: "traced")).Succeeded();
            (await caseworker.Post("/programmes?name=Erika", Sample.Programme("TRACED"), key: "traced")).Succeeded();
            await app.Stop();
        }

        Assert.Multiple(() =>
        {
            Assert.That(received.GetValueOrDefault("/v1/traces"), Does.Contain("auridis-grants").And.Contain("POST /programmes")
                .And.Contain("http.response.status_code").And.Not.Contain("Erika"));
            Assert.That(received.GetValueOrDefault("/v1/metrics"), Does.Contain("grants.writes").And.Contain("grants.sqlite.group.size")
                .And.Contain("grants.idempotency.replays").And.Contain("http.server.request.duration"));
        });
    }

    [Test]
    public async Task The_products_own_figures_are_counted()
    {
        ConcurrentDictionary<string, long> counted = [];
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == Instruments.MeterName)
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            counted.AddOrUpdate(instrument.Name + string.Concat(tags.ToArray().Select(tag => $" {tag.Value}")), value, (_, sum) =>
                sum + value));
        listener.Start();

        await using var app = await GrantsApp.Start(DatabaseKind.Sqlite);
        counted.Clear();
        var caseworker = app.As("caseworker-1");
        foreach (var _ in Enumerable.Range(0, 3))
            (await caseworker.Post("/programmes", Sample.Programme("COUNTED"), key: "counted")).Succeeded();
        (await caseworker.Post("/programmes", Sample.Programme("COUNTED"))).Refused(409, "programme-code-taken");

        Assert.That(counted, Is.EquivalentTo(new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["grants.writes committed"] = 3,
            ["grants.writes refused"] = 1,
            ["grants.idempotency.replays"] = 2,
        }));
    }
}
