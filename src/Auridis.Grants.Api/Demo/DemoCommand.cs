using System.Globalization;
using System.Text.Json.Nodes;
using Auridis.Grants.Api.Platform;
using Spectre.Console;

namespace Auridis.Grants.Api.Demo;

/// <summary>
/// <c>demo [--seed n]</c>: starts the server on a free port with a database of its own and plays the round of 2018 over HTTP, as the
/// roles would. Fails when the sums of the sites do not agree with the ledger.
/// </summary>
static class DemoCommand
{
    const int DefaultSeed = 2018;

    public static async Task<int> Run(string[] args)
    {
        var seed = Seed(args);
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Capabilities.Ansi = false;
        var output = Directory.CreateDirectory("out").FullName;
        var database = Path.Combine(output, "demo.db");
        foreach (var old in Directory.GetFiles(output, "demo.db*"))
            File.Delete(old);

        await using var app = await Start(database);
        using var api = new DemoClient(new Uri(app.Urls.First()));
        var round = new Round(api, seed);
        try
        {
            await Play(round);
            var file = await Export(round, output);
            await Close(round, file, database);
            return 0;
        }
        catch (DemoFailedException error)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{error.Message}[/]");
            return 1;
        }
        finally
        {
            await app.StopAsync();
        }
    }

    static int Seed(string[] args) => args switch
    {
        [] => DefaultSeed,
        ["--seed", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) => seed,
        _ => throw new SettingsException("Usage: demo [--seed <whole number>]"),
    };

    static async Task<WebApplication> Start(string database)
    {
        var builder = CommandLine.Builder([], "Development");
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        builder.Configuration["Database:Provider"] = "Sqlite";
        builder.Configuration["Database:ConnectionString"] = $"Data Source={database}";
        // The demo's persons sign in with the program itself, whatever authority the shell names.
        builder.Configuration["Identity:Authority"] = null;
        // The terminal is for the round; what goes wrong is still written.
        builder.Configuration["Logging:LogLevel:Default"] = "Warning";
        builder.AddGrants();
        var app = builder.Build();
        await app.StartGrants();
        return app;
    }

    static Task Play(Round round) => AnsiConsole.Progress()
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn(),
            new PercentageColumn(),
            new ElapsedTimeColumn())
        .StartAsync(async progress =>
        {
            await Applying.Open(round);
            await Stage(progress, "Jugendämter apply", Applying.Applications, step => Applying.Apply(round, step));
            await Stage(progress, "Formal check", Applying.Applications, step => Applying.Check(round, step));
            await Stage(progress, "Reviewers score", Applying.Applications, step => Selecting.Review(round, step));
            await Stage(progress, "Two people select twelve sites", 1, async step =>
            {
                await Selecting.Select(round);
                step();
            });
            await Stage(progress, "Sites accept", 12, step => Selecting.Answer(round, step));
            await Paying.NameAccounts(round);
            await Paying.ReceiveFunds(round);
            await Stage(progress, "Payments", 12 * Paying.Payments, step => Paying.Pay(round, step));
            await Stage(progress, "Spending reports", 12, step => Reporting.Report(round, step));
        });

    static async Task Stage(ProgressContext progress, string name, int steps, Func<Action, Task> play)
    {
        var bar = progress.AddTask(name, maxValue: steps);
        await play(() => bar.Increment(1));
        // Some applications drop out on the way, so a stage can have fewer steps than there were offices.
        bar.Value = steps;
    }

    /// <summary>The export job writes everything that is new to a file, and acknowledges it.</summary>
    static async Task<string> Export(Round round, string output)
    {
        var run = await round.Api.Post(DemoClient.ExportJob, "/export-runs", new { format = "csv" });
        var content = await round.Api.Download(DemoClient.ExportJob, $"/export-runs/{run["id"]}/file");
        var file = Path.Combine(output, run["fileName"]!.GetValue<string>());
        await File.WriteAllBytesAsync(file, content);
        await round.Api.Post("accounting-1", $"/export-runs/{run["id"]}/acknowledge", run);
        return file;
    }

    static async Task Close(Round round, string file, string database)
    {
        // A terminal that tells no width, such as a log file, must not cut the amounts in two.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 100);
        var table = new Table().Border(TableBorder.Rounded).Title("Amounts in EUR");
        foreach (var column in (string[])["Award", "Site"])
            table.AddColumn(new TableColumn(column).NoWrap());
        foreach (var column in (string[])["Awarded", "Paid", "Spent", "Returned"])
            table.AddColumn(new TableColumn(column).NoWrap().RightAligned());
        foreach (var site in round.Sites.OrderBy(site => site.Reference, StringComparer.Ordinal))
            table.AddRow(site.Reference, site.Name, Text(site.Awarded), Text(site.Paid), Text(site.Spent), Text(site.Returned));
        var sums = new Sums(round.Sites);
        table.AddEmptyRow().AddRow("", "Sum", Text(sums.Awarded), Text(sums.Paid), Text(sums.Spent), Text(sums.Returned));
        AnsiConsole.Write(table);
        // When all had accepted and nobody was paid, what was awarded was what was promised.
        var accepted = Balances(await round.Api.Get("accounting-1", "/ledger/trial-balance?asOf=2019-01-31"));
        Same("awarded", sums.Awarded, accepted["9000"]);
        Agree(sums, Balances(await round.Api.Get("accounting-1", "/ledger/trial-balance")));
        var programme = await round.Api.Get("caseworker-1", round.ProgrammePath);
        Same("paid and not returned", new Money(sums.Paid.Cents - sums.Returned.Cents), Round.Amount(programme["committed"]).Cents);
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"The sums agree with the ledger's trial balance. {round.Api.Requests} requests.");
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture,
            $"Batches   {string.Join(", ", round.Batches)}: all closed; one payment was rejected by the bank, and tried again");
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"Interest  {Text(sums.Interest)} EUR for money that was used late");
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Export    {file}");
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Database  {database}");
    }

    static string Text(Money money) => money.ToString()[..^" EUR".Length];

    /// <exception cref="DemoFailedException">The ledger says otherwise.</exception>
    static void Agree(Sums sums, Dictionary<string, long> balances)
    {
        Same("paid", sums.Paid, balances["4000"]);
        Same("spent", sums.Spent, balances["4000"] + balances["4900"]);
        Same("returned", sums.Returned, -balances["4900"]);
        Same("received from the funder", sums.Awarded, -balances["1800"]);
        Same("paid as interest", sums.Interest, -balances["4910"]);
        Same("in the bank", new Money(sums.Awarded.Cents + sums.Returned.Cents + sums.Interest.Cents - sums.Paid.Cents), balances["1200"]);
        Same("on its way to the bank", new Money(0), balances["1360"]);
        Same("still claimed", new Money(0), balances["1400"]);
        Same("still claimed as interest", new Money(0), balances["1410"]);
        Same("still promised", new Money(0), balances["9000"]);
    }

    /// <summary>Account → debits less credits, in cents.</summary>
    static Dictionary<string, long> Balances(JsonObject trialBalance) => trialBalance["books"]!["accounts"]!.AsArray()
        .Concat(trialBalance["memo"]!["accounts"]!.AsArray())
        .ToDictionary(
            account => account!["number"]!.GetValue<string>(),
            account => Round.Amount(account!["balance"]).Cents,
            StringComparer.Ordinal);

    static void Same(string what, Money sites, long ledger)
    {
        if (sites.Cents != ledger)
            throw new DemoFailedException($"The sites' sum of what was {what} is {sites}; the ledger has {new Money(ledger)}.");
    }

    sealed class Sums(IReadOnlyList<Site> sites)
    {
        public Money Awarded => new(sites.Sum(site => site.Awarded.Cents));
        public Money Paid => new(sites.Sum(site => site.Paid.Cents));
        public Money Spent => new(sites.Sum(site => site.Spent.Cents));
        public Money Interest => new(sites.Sum(site => site.Interest.Cents));
        public Money Returned => new(sites.Sum(site => site.Returned.Cents));
    }
}
