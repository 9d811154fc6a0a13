using System.Globalization;
using System.Net.Sockets;
using Auridis.Grants.Api.Demo;
using Auridis.Grants.Api.Platform;

namespace Auridis.Grants.Api;

/// <summary>The command line: serve (when nothing is named), <c>migrate</c>, <c>verify</c>, <c>verify-ledger</c>, <c>demo</c>.</summary>
static class CommandLine
{
    const string Usage = """
        Auridis.Grants.Api [--urls <address>]    serves
        Auridis.Grants.Api migrate               applies the migrations, loads the reference data, and ends
        Auridis.Grants.Api verify                proves that audit trail and ledger are as they were written, and ends
        Auridis.Grants.Api verify-ledger         proves that of the ledger alone, and ends
        Auridis.Grants.Api demo [--seed <n>]     plays a round on a database of its own under out/

        Settings are environment variables (Database__Provider=SqlServer) or arguments (--Database:Provider SqlServer).
        docs/operating.md lists them.
        """;

    public static async Task<int> Run(string[] args) => args switch
    {
        ["--help" or "-h" or "help", ..] => await Help(),
        ["migrate", .. var rest] => await Migrate(rest),
        ["verify", .. var rest] => await VerifyCommand.Run(rest, Console.Out),
        ["verify-ledger", .. var rest] => await VerifyCommand.RunLedger(rest, Console.Out),
        ["demo", .. var rest] => await DemoCommand.Run(rest),
        [var word, ..] when !word.StartsWith('-') =>
            throw new SettingsException(
                $"There is no command '{word}'. There are migrate, verify, verify-ledger and demo; without one the server starts."),
        _ => await Serve(args),
    };

    static async Task<int> Help()
    {
        await Console.Out.WriteLineAsync(Usage);
        return 0;
    }

    static async Task<int> Serve(string[] args)
    {
        var builder = Builder(args);
        RequireAddresses(builder.Configuration);
        builder.AddGrants();
        var started = false;
        // Why a start fails is said once, by Program; the host would log it before that, with its stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Information);
        await using var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        try
        {
            await app.StartGrants();
        }
        catch (Exception error) when (!started && error is SocketException or InvalidOperationException { Source: Kestrel })
        {
            // No server certificate, port 0 of localhost, an address of another machine, a port that only root may take.
            throw new SettingsException($"The server cannot listen. {error.Message.Split('\n')[0].TrimEnd()} {HowToListen}");
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Asked to stop before it was ready, as while it waits for a database that does not answer.
            return 0;
        }
        await Welcome.Say(app);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>
    /// The server answers most wrong addresses with a stack trace, and listens to the whole network on port 80 for
    /// <c>http://localhost:80x</c>.
    /// </summary>
    static void RequireAddresses(ConfigurationManager configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        foreach (var address in Parts(configuration[WebHostDefaults.ServerUrlsKey]).Concat(endpoints))
        {
            if (!IsAddress(address))
                throw new SettingsException($"The address '{address}' cannot be listened on. {HowToListen}");
        }
        string[] ports = [WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];
        foreach (var port in ports.SelectMany(name => Parts(configuration[name])))
        {
            if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                throw new SettingsException($"The port '{port}' cannot be listened on. {HowToListen}");
        }
    }

    const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel.Core";

    const string HowToListen =
        "Set ASPNETCORE_URLS or --urls, for example to http://localhost:5080; several with a semicolon between them. "
        + "An https address needs a certificate: Kestrel__Certificates__Default__Path.";

    static string[] Parts(string? setting) =>
        (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A URL without a path, whose host may be <c>*</c> or <c>+</c> for all; or a socket or a named pipe.</summary>
    static bool IsAddress(string address) =>
        Uri.TryCreate(WithHost(address), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && (url.PathAndQuery is "/" || url.Host is "unix" or "pipe");

    /// <summary>A name in place of the sign that means all hosts, which is none of a URL.</summary>
    static string WithHost(string address) => address
        .Replace("://*", "://all", StringComparison.Ordinal)
        .Replace("://+", "://all", StringComparison.Ordinal);

    /// <summary>Applies the migrations and loads the reference data, for a deployment that does both before it starts instances.</summary>
    static async Task<int> Migrate(string[] args)
    {
        var builder = Builder(args);
        builder.AddGrants();
        await using var app = builder.Build();
        var applied = await app.Services.GetRequiredService<Startup>().Run(CancellationToken.None);
        await Console.Out.WriteLineAsync(applied.Count == 0 ? "The database is up to date." : $"Applied: {string.Join(", ", applied)}");
        return 0;
    }

    /// <summary>Settings come with the program; <c>data/</c> and <c>out/</c> are made where the user stands.</summary>
    public static WebApplicationBuilder Builder(string[] args, string? environment = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Settings are read once, at start: nobody need watch their files.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            EnvironmentName = environment,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        return builder;
    }
}
