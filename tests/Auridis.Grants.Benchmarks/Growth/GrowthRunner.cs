using System.Globalization;

namespace Auridis.Grants.Benchmarks.Growth;

/// <summary>
/// What a request costs must not grow with what lies there. One client asks the product on a ledger of 10,000 entries with 1,000 awards and
/// on one of 1,000,000 with 100,000, in turn, for answers of one size. Prints medians.
/// </summary>
static class GrowthRunner
{
    /// <summary>A page of a list: four fifths of the requests in the same time.</summary>
    const double OfAList = 1.25;

    /// <summary>A text that stands anywhere.</summary>
    const double OfASearch = 5;

    const double Target = 1.5;

    static int key;

    /// <param name="sizes">How many entries the two sides have; the sizes that the targets are set for when none are given.</param>
    /// <returns>0 when every target is met.</returns>
    public static async Task<int> Run(IReadOnlyList<int> sizes)
    {
        var (few, many) = sizes.Count == 2 ? (sizes[0], sizes[1]) : (10_000, 1_000_000);
        var folder = Directory.CreateTempSubdirectory("auridis-grants-growth-").FullName;
        try
        {
            var product = Path.Combine(folder, "product");
            await Publishing.Publish("src/Auridis.Grants.Api", product);
            await using var small = await Side.Start(product, folder, few);
            await using var large = await Side.Start(product, folder, many);
            var report = new Report($"{few:#,0} entries, ms", $"{many:#,0} entries, ms", "0.00");

            await Read("applications", OfAList, "caseworker-1", _ => "/applications");
            await Read("applications of one programme", OfAList, "caseworker-1", side => $"/applications?programmeId={side.LastProgramme}");
            await Read("applications in one state", OfAList, "caseworker-1", _ => "/applications?status=eligible");
            await Read("applications of one office in one state", OfAList, "caseworker-1",
                side => $"/applications?officeAgs={side.Office}&status=selected&limit=1");
            await Sort("/applications", "reference", "title", "officeAgs", "-updatedAt", "-requested");
            await Read("an application by its reference", OfAList, "caseworker-1", side => $"/applications?q={side.LastReference}");
            await Read("applications of the offices that a name finds", OfASearch, "caseworker-1", _ => "/applications?q=m%C3%BCnster");
            await Read("applications by a word of most titles", OfASearch, "caseworker-1", _ => "/applications?q=network");
            await Read("applications by a word of few titles", OfASearch, "caseworker-1", _ => "/applications?q=for+77+chil");
            await Read("applications by a word of 1,050 titles at the end", OfASearch, "caseworker-1", _ => "/applications?q=later");
            await Read("awards", OfAList, "caseworker-1", _ => "/awards");
            await Read("active awards", OfAList, "caseworker-1", _ => "/awards?status=active");
            await Sort("/awards", "reference", "-amount");
            await Read("awards by a word of few titles", OfASearch, "caseworker-1", _ => "/awards?q=for+77+chil");
            await Read("payments", OfAList, "finance-1", _ => "/disbursements");
            await Read("payments that wait for their release", OfAList, "finance-1", _ => "/disbursements?status=approved");
            await Sort("/disbursements", "-updatedAt", "amount");
            await Read("payments by their reference", OfAList, "finance-1", side => $"/disbursements?q={side.LastPaymentReference}");
            await Read("overdue reports", OfAList, "finance-1", _ => "/spending-reports?overdue=true");
            var funnel = await Read("funnel of one programme", Target, "caseworker-1",
                side => $"/programmes/{side.LastProgramme}/funnel");
            report.Below("the same, ms", Report.Median(funnel), 50);
            await Read("tasks of a caseworker", Target, "caseworker-1", _ => "/tasks");
            await Read("applications without a quorum", Target, "caseworker-1", _ => "/tasks?kind=quorum-missing");
            await Read("tasks of finance", Target, "finance-1", _ => "/tasks");
            await Read("tasks of the treasury", Target, "treasury-1", _ => "/tasks");
            await Ask("tasks of an office", Target, 500, async side =>
            {
                var request = Client.Get("/tasks", await side.Token($"applicant-{side.Office}"));
                return () => request;
            });
            await Read("entries of one award", Target, "auditor-1", side => $"/ledger/entries?awardId={side.LastAward}");
            await Read("entries of one day", Target, "auditor-1", side => $"/ledger/entries?from={side.MiddleDay}&to={side.MiddleDay}");
            await Read("trial balance", Target, "auditor-1", side => $"/ledger/trial-balance?asOf={side.MiddleDay}");
            var funds = await Read("funds of one programme on a day", Target, "finance-1",
                side => $"/programmes/{side.LastProgramme}/funds?asOf={side.MiddleDay}");
            report.Below("the same, ms", Report.Median(funds), 200);
            await Read("account sheet of half a month, its first page", Target, "auditor-1",
                _ => $"/ledger/accounts/1700/sheet?from=2018-09-12&to={GrownDatabase.LastDay}");
            await Read("audit events of one person and action", Target, "auditor-1",
                _ => "/audit-events?actor=seed%231&action=disbursement.settled&limit=1");
            report.Below($"verification of {many:#,0} entries, ms", Report.Median(await Verify(large)), 10_000);
            await Ask("release of a payment, which posts", Target, 150, async side =>
            {
                var token = await side.Token("finance-1");
                return () => Client.Post(
                    $"/disbursements/{side.NextPayment()}/release", token, NextKey(), "", "If-Match: \"1\"\r\n");
            });
            report.Tell("export of 200 new entries", await Export(small), await Export(large));
            return report.Print();

            async Task Sort(string list, params IEnumerable<string> orders)
            {
                foreach (var order in orders)
                    await Read($"{list} in the order of {order}", OfAList, "finance-1", _ => $"{list}?sort={order}");
            }

            Task<List<double>> Read(string name, double target, string person, Func<Side, string> path) =>
                Ask(name, target, 500, async side =>
                {
                    var request = Client.Get(path(side), await side.Token(person));
                    return () => request;
                });

            async Task<List<double>> Ask(string name, double target, int measured, Func<Side, Task<Func<ReadOnlyMemory<byte>>>> requestsTo)
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
                report.AtMost(name, smalls, larges, target);
                return larges;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<List<double>> Verify(Side side)
    {
        var request = Client.Get("/ledger/verification", await side.Token("auditor-1"));
        List<double> times = [];
        for (var run = 0; run < 3; run++)
            times.Add(await side.Time(request, 200));
        return times;
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
