using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Auridis.Grants.Api.Platform.Observability;

/// <summary>
/// Traces and metrics over OTLP, when the standard variable OTEL_EXPORTER_OTLP_ENDPOINT says where to. When it does not, none of
/// OpenTelemetry is loaded.
/// </summary>
static class Telemetry
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <exception cref="SettingsException">The endpoint is no address, or the protocol is unknown.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Endpoint] is not { Length: > 0 } endpoint)
            return;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new SettingsException($"{Endpoint} is '{endpoint}'. Set it to the address of your collector, as http://localhost:4317.");
        var protocol = builder.Configuration[Protocol] ?? "grpc";
        if (protocol is not ("grpc" or "http/protobuf"))
            throw new SettingsException($"{Protocol} is '{protocol}'. Set it to grpc or http/protobuf.");
        // The framework keeps method, route and status out of its spans unless it is asked for them.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        builder.Services.AddHostedService(_ => new TelemetryExport(address, protocol == "grpc"));
    }
}

/// <summary>Sends what the framework and the product measure, from the start of the server until it has stopped.</summary>
sealed class TelemetryExport(Uri collector, bool grpc) : IHostedLifecycleService
{
    TracerProvider? traces;
    MeterProvider? metrics;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault()
            .AddService("auridis-grants", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version!.ToString(3))
            .AddEnvironmentVariableDetector();
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore")
            .AddOtlpExporter(options => Send(options, "v1/traces"))
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting")
            .AddMeter(Instruments.MeterName)
            .AddOtlpExporter(options => Send(options, "v1/metrics"))
            .Build();
        return Task.CompletedTask;
    }

    /// <summary>After the last request: what is still waiting is sent.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        traces?.Dispose();
        metrics?.Dispose();
        return Task.CompletedTask;
    }

    void Send(OtlpExporterOptions options, string path)
    {
        options.Protocol = grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = grpc ? collector : new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
