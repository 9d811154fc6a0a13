using Auridis.Grants.Api.Demo;

namespace Auridis.Grants.Api;

/// <summary>The command line: serve (when nothing is named), <c>migrate</c>, <c>demo</c>.</summary>
static class Commands
{
    public static async Task<int> Run(string[] args) => args switch
    {
        ["migrate", .. var rest] => await Migrate(rest),
        ["demo", .. var rest] => await DemoCommand.Run(rest),
        [var word, ..] when !word.StartsWith('-') => throw new SettingsException($"There is no command '{word}'. There are migrate and demo; without one the server starts."),
        _ => await Serve(args),
    };

    static async Task<int> Serve(string[] args)
    {
        var builder = Builder(args);
        builder.AddGrants();
        await using var app = builder.Build();
        await app.StartGrants();
        await Console.Out.WriteLineAsync(Welcome.Text(app));
        await app.WaitForShutdownAsync();
        return 0;
    }

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
