using System.Globalization;

namespace Auridis.Grants.Benchmarks.Growth;

/// <summary>
/// What a request costs must not grow with what lies there. One client asks the product on a ledger of 1,000 entries and on one of
/// 1,000,000, in turn, for answers of one size. Prints medians.
/// </summary>
static class GrowthRunner
{
    const double Target = 1.5;

    static int key;

    /// <returns>0 when every target is met.</returns>
    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("auridis-grants-growth-").FullName;
        try
        {
            var product = Path.Combine(folder, "product");
            await Publishing.Publish("src/Auridis.Grants.Api", product);
            await using var small = await Side.Start(product, folder, 1_000);
            await using var large = await Side.Start(product, folder, 1_000_000);
            var report = new Report("1,000 entries, ms", "1,000,000 entries, ms", "0.00");

            await Read("applications of one programme", "caseworker-1", side => $"/applications?programmeId={side.LastProgramme}");
            await Read("applications of one office in one state", "caseworker-1",
                side => $"/applications?officeAgs={side.Office}&status=selected&limit=1");
            await Read("an application by its reference", "caseworker-1", side => $"/applications?q={side.LastReference}");
            await Read("applications of the offices that a name finds", "caseworker-1", _ => "/applications?q=m%C3%BCnster");
            await Read("applications by a word of their title", "caseworker-1", _ => "/applications?q=network");
            await Read("applications by a rare word of their title", "caseworker-1", _ => "/applications?q=for+77+chil");
            await Read("funnel of one programme", "caseworker-1", side => $"/programmes/{side.LastProgramme}/funnel");
            await Read("tasks of a caseworker", "caseworker-1", _ => "/tasks");
            await Read("payments that wait for their release", "finance-1", _ => "/disbursements?status=approved");
            await Read("overdue reports", "finance-1", _ => "/spending-reports?overdue=true");
            await Read("entries of one award", "auditor-1", side => $"/ledger/entries?awardId={side.LastAward}");
            await Read("entries of one day", "auditor-1", side => $"/ledger/entries?from={side.MiddleDay}&to={side.MiddleDay}");
            await Read("trial balance", "auditor-1", side => $"/ledger/trial-balance?asOf={side.MiddleDay}");
            await Read("account sheet of half a month, its first page", "auditor-1",
                _ => $"/ledger/accounts/1700/sheet?from=2018-09-12&to={GrownDatabase.LastDay}");
            await Read("audit events of one person and action", "auditor-1",
                _ => "/audit-events?actor=seed%231&action=disbursement.settled&limit=1");
            await Ask("release of a payment, which posts", 150, async side =>
            {
                var token = await side.Token("finance-1");
                return () => Client.Post(
                    $"/disbursements/{side.NextPayment()}/release", token, NextKey(), "", "If-Match: \"1\"\r\n");
            });
            report.Tell("export of 200 new entries", await Export(small), await Export(large));
            return report.Print();

            Task Read(string name, string person, Func<Side, string> path) => Ask(name, 500, async side =>
            {
                var request = Client.Get(path(side), await side.Token(person));
                return () => request;
            });

            async Task Ask(string name, int measured, Func<Side, Task<Func<ReadOnlyMemory<byte>>>> requestsTo)
            {
                var (toSmall, toLarge) = (await requestsTo(small), await requestsTo(large));
                List<double> smalls = [], larges = [];
                // As many go unmeasured before: the just-in-time compiler has a second thought about what runs often.
                for (var asked = -measured; asked < measured; asked++)
                {
                    var (first, second) = (await small.Time(toSmall(), 200), await large.Time(toLarge(), 200));
                    if (asked < 0)
                        continue;
                    smalls.Add(first);
                    larges.Add(second);
                }
                report.AtMost(name, smalls, larges, Target);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<List<double>> Export(Side side)
    {
        var token = await side.Token("accounting-1");
        List<double> times = [];
        for (var run = 0; run < 6; run++)
        {
            side.AddEntries(200);
            var time = await side.Time(Client.Post("/export-runs", token, NextKey(), """{"format":"csv"}"""), 201);
            if (run > 0)
                times.Add(time);
        }
        return times;
    }

    static string NextKey() => string.Create(CultureInfo.InvariantCulture, $"growth-{++key}");
}
