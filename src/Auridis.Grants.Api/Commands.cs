using Auridis.Grants.Api.Demo;

namespace Auridis.Grants.Api;

/// <summary>The command line: serve (when nothing is named), <c>migrate</c>, <c>demo</c>.</summary>
static class Commands
{
    public static async Task<int> Run(string[] args) => args switch
    {
        ["migrate", .. var rest] => await Migrate(rest),
        ["demo", .. var rest] => await DemoCommand.Run(rest),
        _ => await Serve(args),
    };

    static async Task<int> Serve(string[] args)
    {
        var builder = Builder(args);
        builder.AddGrants();
        await using var app = builder.Build();
        // The database is made ready while the routes are mapped: neither needs the other.
        var ready = Task.Run(() => app.Services.GetRequiredService<Startup>().Run(app.Lifetime.ApplicationStopping));
        app.UseGrants();
        await ready;
        await app.StartAsync();
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
    public static WebApplicationBuilder Builder(string[] args, string? environment = null) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        EnvironmentName = environment,
        ContentRootPath = AppContext.BaseDirectory,
    });
}
