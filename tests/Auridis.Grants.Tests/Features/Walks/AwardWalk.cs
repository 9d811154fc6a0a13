using System.Globalization;
using System.Net;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Tests.Features.FunderContributions;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Features.Walks;

/// <summary>
/// Random commands on the money of a few awards, from the offer or the first payment to the end: payments with stops, returns and second
/// tries, amendments, terminations, reports that are accepted and examined anew, claims with all that eases, reverses and refunds them, the
/// funder's money, and months that are closed. Most by a person whose work they are, some by anybody. What is refused is refused by a
/// problem; a fault of the server ends the walk.
/// </summary>
sealed class AwardWalk
{
    static readonly string[] Finance = ["finance-1", "finance-2", "finance-3"];

    static readonly string[] Treasury = ["treasury-1", "treasury-2", "treasury-3"];

    static readonly string[] Caseworkers = ["caseworker-1", "caseworker-2"];

    static readonly string[] Deciders = ["decider-1", "decider-2"];

    static readonly string[] Staff = [.. Finance, .. Treasury, .. Caseworkers, .. Deciders, "auditor-1", "funder-1", "accounting-1"];

    readonly GrantsApp app;
    readonly List<SeededAward> awards;
    readonly Dictionary<string, int> succeeded = new(StringComparer.Ordinal);

    AwardWalk(GrantsApp app, List<SeededAward> awards) => (this.app, this.awards) = (app, awards);

    /// <summary>How often each command has succeeded.</summary>
    public IReadOnlyDictionary<string, int> Succeeded => succeeded;

    /// <summary>Five awards of 80,000.00 euro: two with a payment, two without, and one that is offered.</summary>
    public static async Task<AwardWalk> Begin(GrantsApp app)
    {
        await app.ItIs("2019-02-20");
        List<SeededAward> seeded = [];
        foreach (var paid in (long[])[20_000_00, 30_000_00, 0, 0])
            seeded.Add(await SeededAward.Insert(app.Db, 80_000_00, paid, posted: true));
        seeded.Add(await SeededAward.Insert(app.Db, 80_000_00, status: AwardStatus.Offered, posted: true));
        return new AwardWalk(app, seeded);
    }

    /// <summary>Takes this many steps.</summary>
    /// <param name="clock">Also moves the clock; of walkers at once, one does.</param>
    public async Task Take(Random random, int steps, bool clock = true)
    {
        for (var step = 0; step < steps; step++)
        {
            var (name, command) = Any(random, clock);
            if (await command() is not { } answer)
                continue;
            Assert.That(answer.Status, Is.LessThan(HttpStatusCode.InternalServerError), $"{name}: {answer.Text}");
            if (answer.Code is null)
            {
                lock (succeeded)
                    succeeded[name] = succeeded.GetValueOrDefault(name) + 1;
            }
        }
    }

    /// <summary>What holds at every moment.</summary>
    public async Task Invariants()
    {
        var ledger = (await app.As("auditor-1").Get("/ledger/verification")).Succeeded();
        Assert.That(ledger["intact"], Is.EqualTo("True"), ledger.Text);
        foreach (var award in awards)
        {
            var broken = await app.Db.Read(async session =>
            {
                List<string> names = [];
                foreach (var (name, sql) in Laws)
                {
                    if (await session.One<int>(sql, new { award.Id, award.ProgrammeId }) != 0)
                        names.Add(name);
                }
                return names;
            }, CancellationToken.None);
            Assert.That(broken, Is.Empty, award.Reference);
        }
    }

    /// <summary>Each counts what breaks it, of one award; each award is its programme's only one.</summary>
    static readonly (string Name, string Sql)[] Laws =
    [
        ("what is paid is drawn, and what is drawn is awarded", """
            select count(*) from Award where Id = @Id
            and (PaidCents > DrawnCents or (DrawnCents > AmountCents and DrawnCents <> PaidCents))
            """),
        ("what the programme has committed is what the memo accounts promise and the site has", """
            select count(*) from Programme p where p.Id = @ProgrammeId and p.CommittedCents <> (
                select coalesce(sum(case
                    when g.DebitAccount = '9000' or (g.DebitAccount = '1700' and g.CreditAccount = '1360') then g.AmountCents
                    when g.CreditAccount = '9000' or (g.DebitAccount = '1360' and g.CreditAccount = '1700') then -g.AmountCents
                    when g.DebitAccount = '1200' and g.CreditAccount in ('1400', '1700', '1710', '4000') then -g.AmountCents
                    when g.DebitAccount in ('1400', '1700', '1710', '4000') and g.CreditAccount = '1200' then g.AmountCents
                    else 0
                end), 0)
                from JournalEntry e join Posting g on g.EntrySeq = e.Seq where e.ProgrammeId = p.Id)
            """),
        ("the programme has committed no more than its budget", """
            select count(*) from Programme where Id = @ProgrammeId and CommittedCents > BudgetCents
            """),
        ("no person finds right, orders and pays the same payment", """
            select count(*) from Disbursement where AwardId = @Id and (ApprovedBy = ReleasedBy
            or ApprovedBy in (SettlementRecordedBy, SettlementConfirmedBy) or SettlementRecordedBy = SettlementConfirmedBy
            or StopProposedBy = StopConfirmedBy or ReturnRecordedBy = ReturnConfirmedBy)
            """),
        ("nobody confirms what is their own", """
            select (select count(*) from Termination where AwardId = @Id and Status = 'confirmed' and ProposedBy = DecidedBy)
            + (select count(*) from Contribution where ProgrammeId = @ProgrammeId and Status = 'confirmed' and ProposedBy = DecidedBy)
            """),
        ("one amendment or termination waits at a time", """
            select (select count(*) from (select AwardId from Amendment where AwardId = @Id and Status in ('proposed', 'endorsed')
                group by AwardId having count(*) > 1) twice)
            + (select count(*) from (select AwardId from Termination where AwardId = @Id and Status = 'proposed'
                group by AwardId having count(*) > 1) twice)
            """),
        ("an award that is settled is among those that are looked through for what is to be completed", $"""
            select count(*) from Award x where x.Id = @Id and x.Status = 'active' and x.Settling = 0 and {SettledAward.Condition}
            """),
        ("no number of an entry is missing", """
            select count(*) from JournalHead h where h.Seq <> (select count(*) from JournalEntry)
            """),
    ];

    (string Name, Func<Task<Answer?>> Command) Any(Random random, bool clock)
    {
        T Of<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
        GrantsClient Pick(params string[] right) =>
            app.As(random.Next(12) > 0 ? Of(right) : Of([.. Staff, .. awards.Select(each => each.Applicant)]));
        object Euros(int from, int to) => Reports.Euros(random.Next(from, to) + random.Next(100) / 100m);
        var award = Of(awards);
        var path = $"/awards/{award.Id}";
        var applicant = Pick(award.Applicant);
        var today = app.Services.GetRequiredService<BusinessClock>().Today;
        string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string Text() => $"walk-{random.Next()}";

        // A row of the award in a state, and a command on it.
        async Task<Answer?> One(string table, string where, string collection, GrantsClient person, string command, object? body = null)
        {
            var column = table == "Contribution" ? "ProgrammeId = @ProgrammeId" : "AwardId = @Id";
            var ids = await app.Db.Read(session => session.All<Guid>(
                $"select Id from {table} where {column} and {where} order by Seq", new { award.Id, award.ProgrammeId }),
                CancellationToken.None);
            return ids.Count == 0 ? null : await On(person, $"{collection}/{Of(ids)}", command, body);
        }
        Task<Answer?> Payment(string status, GrantsClient person, string command, object? body = null) =>
            One("Disbursement", $"Status = '{status}'", "/disbursements", person, command, body);
        Task<Answer?> Amendment(string status, GrantsClient person, string command, object? body = null) =>
            One("Amendment", $"Status = '{status}'", "/amendments", person, command, body);
        Task<Answer?> Termination(GrantsClient person, string command, object? body = null) =>
            One("Termination", "Status = 'proposed'", "/terminations", person, command, body);
        Task<Answer?> Contribution(GrantsClient person, string command, object? body = null) =>
            One("Contribution", "Status = 'proposed'", "/contributions", person, command, body);
        Task<Answer?> Report(string status, GrantsClient person, string command, object? body = null) =>
            One("SpendingReport", $"Status = '{status}'", "/spending-reports", person, command, body);
        Task<Answer?> Relief(string kind, string status, GrantsClient person, string collection, string command, object? body = null) =>
            One("ClaimRelief", $"Kind = '{kind}' and Status = '{status}'", collection, person, command, body);
        async Task<Answer?> Post(GrantsClient person, string command, object body) => await person.Post(path + command, body, key: Text());

        List<(string, int, Func<Task<Answer?>>)> commands =
        [
            ("accept", 2, () => On(applicant, path, "/accept", new { waiveRemedies = true })),
            ("decline", 1, () => On(applicant, path, "/decline", new { reason = "Kein Eigenanteil" })),
            ("request", 14, () => Post(applicant, "/disbursements", award.Request($"{random.Next(1_000, 30_000)}.{random.Next(10, 100)}"))),
            ("approve", 14, () => Payment("requested", Pick(Finance), "/approve", Payments.Right)),
            ("reject", 1, () => Payment("requested", Pick(Finance), "/reject", new { reason = "Nein" })),
            ("cancel", 1, () => Payment("requested", applicant, "/cancel", new { reason = "Doch nicht" })),
            ("release", 14, () => Payment("approved", Pick(Finance), "/release")),
            ("stop", 2, () => Payment("released", Pick(Treasury), "/stop", new { reason = "Falsches Konto" })),
            ("confirm stop", 6, () => Payment("released", Pick(Treasury), "/confirm-stop")),
            ("settle", 10, () => Payment("released", Pick(Treasury), "/settle", new { bookedOn = Day(today), bankReference = Text() })),
            ("confirm settlement", 14, () => Payment("released", Pick(Treasury), "/confirm-settlement")),
            ("withdraw record", 1, () => Payment("released", Pick(Treasury), "/withdraw-record", new { reason = "Vertippt" })),
            ("return", 3, () => Payment("settled", Pick(Treasury), "/return",
                new { bookedOn = Day(today), bankReference = Text(), reason = "Konto erloschen" })),
            ("confirm return", 6, () => Payment("settled", Pick(Treasury), "/confirm-return")),
            ("retry", 6, () => Payment(Of(["returned", "stopped"]), applicant, "/retry",
                award.Retry("80000.00", Of([null, null, "1500.00", "400.00"])))),
            ("extend", 2, () => Post(Pick(Caseworkers), "/amendments",
                new { kind = "extension", endsOn = Day(new DateOnly(2021, random.Next(1, 4), 28)), reason = "Später begonnen" })),
            ("reduce", 2, () => Post(Pick([.. Caseworkers, award.Applicant]), "/amendments",
                new { kind = "reduction", amount = Euros(60_000, 79_000), reason = "Weniger Bedarf" })),
            ("increase", 2, () => Post(Pick([.. Caseworkers, award.Applicant]), "/amendments", Increase(random.Next(81_000, 90_000)))),
            ("endorse", 4, () => Amendment("proposed", Pick(Caseworkers), "/endorse")),
            ("approve amendment", 8, () => Amendment("endorsed", Pick(Deciders), "/approve")),
            ("refuse amendment", 1, () => Amendment("endorsed", Pick(Deciders), "/refuse", new { reason = "Nein" })),
            ("withdraw amendment", 1, () => Amendment("proposed", applicant, "/withdraw", new { reason = "Doch nicht" })),
            ("terminate in part", 3, () => Post(Pick(Caseworkers), "/terminations", Ending(Euros(30_000, 60_000), inPart: true))),
            ("terminate", 1, () => Post(Pick(Caseworkers), "/terminations", Ending(Euros(0, 40_000), inPart: false))),
            ("confirm termination", 4, () => Termination(Pick(Deciders), "/confirm")),
            ("refuse termination", 1, () => Termination(Pick(Deciders), "/refuse", new { reason = "Nein" })),
            ("record money of the funder", 3, async () => await Pick(Finance).Post($"/programmes/{award.ProgrammeId}/contributions",
                ContributionSteps.Booking($"{random.Next(30_000, 90_000)}.00", bookedOn: Day(today)), key: Text())),
            ("record money that went back", 1, async () => await Pick(Finance).Post($"/programmes/{award.ProgrammeId}/contributions",
                ContributionSteps.Booking($"{random.Next(1, 9_000)}.00", "returned", Day(today)), key: Text())),
            ("confirm money of the funder", 5, () => Contribution(Pick(Finance), "/confirm")),
            ("refuse money of the funder", 1, () => Contribution(Pick(Finance), "/refuse", new { reason = "Nein" })),
            ("close a month", 3, async () => await Pick("accounting-1").Post($"/ledger/periods/{await NextMonth()}/close")),
            ("confirm a month", 5, async () => await On(Pick(Finance), $"/ledger/periods/{await NextMonth()}", "/confirm")),
            ("write the report", 1, () => Write(award, applicant, random.Next(20, 90) * 1_000m)),
            ("submit the report", 1, () => Submit(award, applicant)),
            ("examine", 4, () => Report("submitted", Pick(Finance), "/examine")),
            ("find", 4, () => Report("in-examination", Pick(Finance), "/findings", new { findings = Array.Empty<object>() })),
            ("accept the report", 6, () => Report("in-examination", Pick(Finance), "/accept")),
            ("disallow", 3, () => Disallow(award, Pick(Finance), random.Next(1, 20_000))),
            ("file a remedy", 2, () => Post(Pick(Caseworkers), "/remedies",
                new { kind = "objection", filedOn = Day(today), reference = Text(), spendingReportId = award.ReportId })),
            ("uphold", 4, () => One("AwardRemedy", "Status = 'open'", "/remedies", Pick(Caseworkers), "/close",
                new { outcome = Of(["upheld", "upheld", "rejected"]), on = Day(today) })),
            ("propose to reopen", 4, () => Reopen(award, Pick(Finance))),
            ("reopen", 6, () => One("ReportReopening", "Status = 'proposed'", "/report-reopenings", Pick(Finance), "/confirm")),
            ("pay back", 8, () => One("RepaymentClaim", "Status in ('claimed', 'partly-paid')", "/repayment-claims", Pick(Treasury),
                "/receipts", new { amount = Euros(100, 9_000), receivedOn = Day(today), bankReference = Text() })),
            ("pay too much", 2, () => One("RepaymentClaim", "Status <> 'claimed'", "/repayment-claims", Pick(Treasury),
                "/receipts", new { amount = Euros(100, 3_000), receivedOn = Day(today), bankReference = Text() })),
            ("pay back before a claim", 2, () => Post(Pick(Treasury), "/repayments",
                new { amount = Euros(100, 3_000), receivedOn = Day(today), bankReference = Text() })),
            ("reverse", 2, () => One("RepaymentReceipt", "Status = 'recorded'", "/repayment-receipts", Pick(Treasury), "/reverse",
                new { reason = "Falsch zugeordnet" })),
            ("confirm a reversal", 4, () => One("RepaymentReceipt", "Status = 'reversal-proposed'", "/repayment-receipts", Pick(Treasury),
                "/confirm")),
            ("refund", 6, () => One("RepaymentClaim", "Status = 'overpaid'", "/repayment-claims", Pick(Treasury), "/refund",
                new { bankAccountId = award.BankAccountId })),
            ("defer", 2, () => One("RepaymentClaim", "1 = 1", "/repayment-claims", Pick(Finance), "/deferrals",
                new { until = Day(today.AddDays(random.Next(40, 90))), reason = "Nachtragshaushalt" })),
            ("waive", 2, () => One("RepaymentClaim", "1 = 1", "/repayment-claims", Pick(Finance), "/waivers",
                new { amount = Euros(1, 500), reason = "Unbillig" })),
            ("write off", 2, () => One("RepaymentClaim", "1 = 1", "/repayment-claims", Pick(Finance), "/write-offs",
                new { amount = Euros(1, 500), reason = "Nicht beizutreiben" })),
            ("confirm a deferral", 3, () => Relief("deferral", "proposed", Pick(Finance), "/deferrals", "/confirm")),
            ("confirm a waiver", 3, () => Relief("waiver", "proposed", Pick(Finance), "/waivers", "/confirm")),
            ("confirm a write-off", 3, () => Relief("write-off", "proposed", Pick(Finance), "/write-offs", "/confirm")),
            ("end a deferral", 1, () => Relief("deferral", "confirmed", Pick(Finance), "/deferrals", "/end", new { reason = "Zahlt" })),
            ("renounce the rest", 1, () => On(applicant, path, "/renounce-rest")),
            ("complete", 4, () => On(Pick(Caseworkers), path, "/complete")),
            ("move the clock", clock ? 5 : 0, async () => await app.As("caseworker-1").Put("/clock",
                new { now = today.AddDays(random.Next(1, 25)).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) })),
        ];
        var drawn = random.Next(commands.Sum(command => command.Item2));
        foreach (var (name, weight, command) in commands)
        {
            if ((drawn -= weight) < 0)
                return (name, command);
        }
        throw new InvalidOperationException("A weight is drawn below their sum.");

        object Ending(object keeps, bool inPart) => new
        {
            legalBasis = "§ 49 VwVfG",
            effectiveOn = Day(today),
            knownSince = Day(today),
            keeps,
            reason = "Für anderes verwendet.",
            inPart,
        };
    }

    /// <summary>The month after those that are closed; the first is that in which the walk begins.</summary>
    async Task<string> NextMonth()
    {
        var closedOn = await app.Db.Read(session => session.One<DateOnly?>("select ClosedOn from JournalHead"), CancellationToken.None);
        return (closedOn?.AddDays(1) ?? new DateOnly(2019, 2, 1)).ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }

    static object Increase(int euros) => new
    {
        kind = "increase",
        amount = Reports.Euros(euros),
        lines = new[]
        {
            new { category = "personnel", amount = Reports.Euros(euros - 2_000) },
            new { category = "training", amount = Reports.Euros(1_000) },
            new { category = "other", amount = Reports.Euros(1_000) },
        },
        financing = new { grant = Reports.Euros(euros), own = Reports.Euros(0), thirdParty = Reports.Euros(0) },
        reason = "Mehr Bedarf",
    };

    /// <summary>A receipt of each line of the plan, once, and what else a report says.</summary>
    static async Task<Answer?> Write(SeededAward award, GrantsClient applicant, decimal spent)
    {
        var now = await applicant.Get(award.Report);
        if (now.Code is not null || now["expenditure.amount"] != "0.00")
            return null;
        var written = await applicant.Post(award.Report + "/receipts", new
        {
            receipts = new[] { ("personnel", 0.6m), ("training", 0.3m), ("other", 0.1m) }.Select(line => new
            {
                number = line.Item1,
                paidOn = "2019-02-15",
                payee = line.Item1,
                purpose = "Netzwerk",
                category = line.Item1,
                amount = Reports.Euros(spent * line.Item2),
            }),
        });
        if (written.Code is not null)
            return written;
        return await applicant.Put(award.Report,
            new { narrative = "Wir trafen uns.", ownFunds = Reports.Euros(0), thirdPartyIncome = Reports.Euros(0) },
            (await applicant.Get(award.Report)).ETag);
    }

    /// <summary>A part of the first receipt is not recognised.</summary>
    static async Task<Answer?> Disallow(SeededAward award, GrantsClient person, int cents)
    {
        var listed = await person.Get(award.Report + "/receipts");
        if (listed.Code is not null || listed.Json.GetProperty("items").GetArrayLength() == 0)
            return null;
        var receipt = listed.Json.GetProperty("items")[0];
        var amount = decimal.Parse(receipt.GetProperty("amount").GetProperty("amount").GetString()!, CultureInfo.InvariantCulture);
        return await On(person, award.Report, "/findings", new
        {
            findings = new[]
            {
                new { receiptId = receipt.GetProperty("id"), recognised = Reports.Euros(amount - (cents / 100m)), reason = "Geprüft" },
            },
        });
    }

    async Task<Answer?> Reopen(SeededAward award, GrantsClient person)
    {
        var remedies = await app.Db.Read(session => session.All<Guid>(
            "select Id from AwardRemedy where AwardId = @Id and Status = 'closed' order by Seq desc", new { award.Id }),
            CancellationToken.None);
        return remedies.Count == 0
            ? null
            : await person.Post(award.Report + "/reopenings", new { remedyId = remedies[0], reason = "Die Belege gehören zum Netzwerk." });
    }

    static async Task<Answer?> Submit(SeededAward award, GrantsClient applicant)
    {
        var now = await applicant.Get(award.Report);
        return now.Code is not null ? null : await applicant.Post(award.Report + "/submit",
            new { expenditure = now.Json.GetProperty("expenditure"), finishedEarly = true }, now.ETag);
    }

    /// <summary>A command on a resource as the person sees it now; who does not see it sends the command with no version.</summary>
    static async Task<Answer?> On(GrantsClient client, string resource, string command, object? body = null)
    {
        var now = await client.Get(resource);
        return await client.Post(resource + command, body, now.ETag, Payments.Key);
    }
}
