using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Auridis.Grants.Benchmarks;

/// <summary>
/// Publishes the product and the floor, and runs them in turn (floor, product, floor, …) on copies of one database, so that a busy machine
/// hits both alike. Prints medians and what share of the floor's speed the product has.
/// </summary>
static class Runner
{
    static int code;

    /// <returns>0 when every target is met.</returns>
    public static async Task<int> Run(string[] args)
    {
        var quick = args.Contains("--quick", StringComparer.Ordinal);
        var (rounds, duration) = quick ? (3, TimeSpan.FromSeconds(1)) : (7, TimeSpan.FromSeconds(4));
        var folder = Directory.CreateTempSubdirectory("auridis-grants-benchmark-").FullName;
        try
        {
            var (product, floor) = (Path.Combine(folder, "product"), Path.Combine(folder, "floor"));
            await Publishing.Publish("src/Auridis.Grants.Api", product);
            await Publishing.Publish("tests/Auridis.Grants.Benchmarks", floor);
            var seeded = Path.Combine(folder, "seeded.db");
            var id = await Seed(product, seeded);
            var report = new Report("floor", "product", "#,0");

            await using var authority = await Authority.Start();
            List<double> floorStarts = [], productStarts = [];
            for (var round = 0; round < rounds; round++)
            {
                await using (var server = await Server.StartFloor(floor, seeded))
                    floorStarts.Add(server.StartTime.TotalMilliseconds);
                await using (var server = await Server.StartInProduction(product, seeded, authority))
                    productStarts.Add(server.StartTime.TotalMilliseconds);
            }
            report.AtMost("start to first answer, ms", floorStarts, productStarts, 1.5);

            await using var floorServer = await Server.StartFloor(floor, Copy(seeded));
            await using var productServer =
                await Server.StartProduct(product, Copy(seeded), log: args.Contains("--log", StringComparer.Ordinal));
            var token = await productServer.SignIn("caseworker-1");
            await Compare("GET by id", 0.65, 200, () => Client.Get($"/programmes/{id}", token));
            await Compare("list of 50 offices", 0.7, 200, () => Client.Get("/youth-offices?limit=50", token));
            await Compare("list of 50 programmes", 0.7, 200, () => Client.Get("/programmes?limit=50", token));
            await Compare("write", 0.4, 201, () => Write(token));

            var loaded = quick ? TimeSpan.FromSeconds(5) : TimeSpan.FromMinutes(1);
            await Load.Run(productServer, loaded / 2, 200, () => Client.Get($"/programmes/{id}", token));
            await Load.Run(productServer, loaded / 2, 201, () => Write(token));
            report.Below("resident memory after a minute of load, MB", productServer.ResidentBytes / 1_000_000d, 200);
            return report.Print();

            async Task Compare(string name, double target, int status, Func<ReadOnlyMemory<byte>> request)
            {
                // Once unmeasured: the just-in-time compiler has a second thought about what runs often.
                await Load.Run(floorServer, duration / 2, status, request);
                await Load.Run(productServer, duration, status, request);
                List<double> floorRates = [], productRates = [], floorTimes = [], productTimes = [];
                for (var round = 0; round < rounds; round++)
                {
                    Note(await Load.Run(floorServer, duration, status, request), floorRates, floorTimes);
                    Note(await Load.Run(productServer, duration, status, request), productRates, productTimes);
                }
                report.AtLeast($"{name}, requests/s", floorRates, productRates, target);
                // Steadier than rates where other programs want the processor too.
                report.Tell($"{name}, µs of the processor", floorTimes, productTimes);
            }

            static void Note((double Rate, double Processor) run, List<double> rates, List<double> times)
            {
                rates.Add(run.Rate);
                times.Add(run.Processor);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A database as the product makes it, with 200 programmes.</summary>
    static async Task<string> Seed(string product, string database)
    {
        await using var server = await Server.StartProduct(product, database);
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await server.SignIn("caseworker-1"));
        var id = "";
        for (var number = 0; number < 200; number++)
        {
            using var content = new StringContent(Body(NextCode()), Encoding.UTF8, "application/json");
            using var made = (await http.PostAsync(new Uri("/programmes", UriKind.Relative), content)).EnsureSuccessStatusCode();
            using var programme = await JsonDocument.ParseAsync(await made.Content.ReadAsStreamAsync());
            id = programme.RootElement.GetProperty("id").GetString()!;
        }
        return id;
    }

    static ReadOnlyMemory<byte> Write(string token)
    {
        var next = NextCode();
        return Client.Post("/programmes", token, next, Body(next));
    }

    static string NextCode() => string.Create(CultureInfo.InvariantCulture, $"B{Interlocked.Increment(ref code):000000000}");

    /// <summary>A programme like the one of the press release.</summary>
    static string Body(string programmeCode) => $$$"""
        {"code":"{{{programmeCode}}}","terms":{"title":"Networks for children","funder":"Auridis gGmbH",
        "operator":"LWL-Landesjugendamt Westfalen",
        "opensOn":"2018-09-26","closesOn":"2018-11-30","siteLimit":12,"capPerSite":{"amount":"100000.00","currency":"EUR"},
        "budget":{"amount":"1200000.00","currency":"EUR"},"ageFrom":3,"ageTo":8,"areaPrefixes":["055","057","059"],
        "categories":[{"code":"personnel","title":"Personnel"},{"code":"training","title":"Further training"},
        {"code":"other","title":"Other"}],
        "checks":[{"code":"signed","title":"Handed in by the Jugendamt"},{"code":"finance-plan","title":"The finance plan is complete"}],
        "criteria":[{"code":"need","title":"Need","weight":60,"tieBreak":1},
        {"code":"network","title":"Network","weight":40,"tieBreak":null}],
        "reviewQuorum":2,"reviewSpreadLimit":30,"lotCommitment":"2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b",
        "lotSource":"Lotto 6 aus 49","fundingStartsOn":"2019-01-01","fundingEndsOn":"2020-12-31","financingType":"deficit",
        "sharePercent":null,"useByMonths":2,"tolerancePercent":20,"finalReportMonths":6}}
        """;

    static string Copy(string database)
    {
        var copy = Path.Combine(Path.GetDirectoryName(database)!, Path.GetRandomFileName() + ".db");
        File.Copy(database, copy);
        // What is not yet in the file itself.
        if (File.Exists(database + "-wal"))
            File.Copy(database + "-wal", copy + "-wal");
        return copy;
    }
}
