using Auridis.Grants.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Auridis.Grants.BrowserTests;

/// <summary>The API on a free port, with a database of its own: in this process, so that nothing of it is left behind.</summary>
sealed class GrantsServer : IAsyncDisposable
{
    readonly WebApplication app;
    readonly string folder;

    GrantsServer(WebApplication app, string folder) => (this.app, this.folder) = (app, folder);

    public string Url => app.Urls.Single();

    public static async Task<GrantsServer> Start()
    {
        var own = Directory.CreateTempSubdirectory("auridis-grants-browser-").FullName;
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = "Auridis.Grants.Api" });
        builder.Configuration.AddInMemoryCollection(
        [
            new("Database:Provider", "Sqlite"),
            new("Database:ConnectionString", $"Data Source={Path.Combine(own, "browser.db")}"),
        ]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddGrants();
        var api = builder.Build();
        await api.StartGrants();
        return new GrantsServer(api, own);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
