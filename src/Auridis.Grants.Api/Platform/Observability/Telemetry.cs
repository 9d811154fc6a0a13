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
        {
            throw new SettingsException(
                $"{Endpoint} is '{endpoint}'. Set it to the address of your collector, such as http://localhost:4317.");
        }
        var protocol = builder.Configuration[Protocol] ?? "grpc";
        if (protocol is not ("grpc" or "http/protobuf"))
            throw new SettingsException($"{Protocol} is '{protocol}'. Set it to grpc or http/protobuf.");
        // The framework keeps method, route and status out of its spans unless it is asked for them.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        builder.Services.AddHostedService(_ => new TelemetryExport(address, protocol == "grpc"));
    }
}
