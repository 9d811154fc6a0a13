using System.Diagnostics;
using System.Globalization;

namespace Auridis.Grants.Benchmarks.Growth;

/// <summary>The product on a database of one size, and the one client who asks it.</summary>
sealed class Side : IAsyncDisposable
{
    readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);
    readonly GrownDatabase database;
    readonly Server server;
    readonly int entries;
    Client? client;
    int released;

    Side(GrownDatabase database, Server server, int entries) => (this.database, this.server, this.entries) = (database, server, entries);

    public string LastProgramme => database.Text("select lower(Id) from Programme where Code like 'S%' order by Seq desc limit 1 offset 1");

    public string LastReference => database.Text("select Reference from Application where Status = 'selected' order by Seq desc limit 1");

    public string LastPaymentReference =>
        database.Text("select Reference from Disbursement where Status = 'settled' order by Seq desc limit 1");

    public string LastAward => database.Text("select lower(Id) from Award order by Seq desc limit 1");

    public string Office => database.Text("select OfficeAgs from Award order by Seq desc limit 1");

    /// <summary>A day on which fifty entries were posted, with as many before as after it.</summary>
    public string MiddleDay => database.Text($"select PostedOn from JournalEntry where Seq = {entries / 2}");

    public static async Task<Side> Start(string product, string folder, int entries)
    {
        var started = Stopwatch.GetTimestamp();
        var grown = new GrownDatabase(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{entries}.db")), entries);
        await using (await Server.StartProduct(product, grown.File))
        {
            // Its tables are made.
        }
        grown.Seed();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{entries:#,0} entries in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, {new FileInfo(grown.File).Length >> 20} MiB"));
        return new Side(grown, await Server.StartProduct(product, grown.File), entries);
    }

    /// <returns>Milliseconds to the end of the answer.</returns>
    public async Task<double> Time(ReadOnlyMemory<byte> request, int status)
    {
        // Not before it is needed: while the other side is filled, an idle connection would be closed.
        client ??= await Client.Connect(server.Address);
        var started = Stopwatch.GetTimestamp();
        await client.Ask(request, status);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    public async Task<string> Token(string person)
    {
        if (!tokens.TryGetValue(person, out var token))
            tokens.Add(person, token = await server.SignIn(person));
        return token;
    }

    /// <summary>The next payment that waits for its release.</summary>
    public string NextPayment() => string.Create(
        CultureInfo.InvariantCulture, $"00000003-0000-7000-8000-{entries + ++released:000000000000}");

    public void AddEntries(int count) => database.AddEntries(count);

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        await server.DisposeAsync();
    }
}
