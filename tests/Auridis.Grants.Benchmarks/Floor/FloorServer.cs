using System.Text.Json;

namespace Auridis.Grants.Benchmarks.Floor;

/// <summary>
/// What the machine can do: the framework's default host with nothing added, no routing, no authentication, no validation, no log; SQL by
/// hand with prepared commands on kept connections, generated JSON, and writes that share a durable commit. It reads and writes the
/// product's own file.
/// </summary>
static class FloorServer
{
    public static async Task<int> Run(string database, string url)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        using var readers = new FloorReaders(database);
        using var writer = new FloorWriter(database);
        app.Run(http => Answer(http, readers, writer));
        await app.RunAsync();
        return 0;
    }

    static async Task Answer(HttpContext http, FloorReaders readers, FloorWriter writer)
    {
        var path = http.Request.Path.Value!;
        if (HttpMethods.IsPost(http.Request.Method))
        {
            var request = (await JsonSerializer.DeserializeAsync(http.Request.Body, FloorJson.Default.NewProgramme))!;
            var programme = await writer.Insert(request);
            http.Response.StatusCode = StatusCodes.Status201Created;
            await Write(http, JsonSerializer.SerializeToUtf8Bytes(programme, FloorJson.Default.FloorProgramme));
        }
        else if (path.StartsWith("/programmes/", StringComparison.Ordinal))
        {
            await Write(http, JsonSerializer.SerializeToUtf8Bytes(readers.Programme(path["/programmes/".Length..]),
                FloorJson.Default.FloorProgramme));
        }
        else if (path is "/programmes")
        {
            await Write(http, JsonSerializer.SerializeToUtf8Bytes(new FloorPage<FloorProgramme>(readers.Programmes(50), null),
                FloorJson.Default.FloorPageFloorProgramme));
        }
        else if (path is "/youth-offices")
        {
            await Write(http, JsonSerializer.SerializeToUtf8Bytes(new FloorPage<FloorOffice>(readers.Offices(50), null),
                FloorJson.Default.FloorPageFloorOffice));
        }
        else
        {
            // A first answer that has been to the database.
            readers.Programmes(1);
        }
    }

    static async Task Write(HttpContext http, byte[] body)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }
}
