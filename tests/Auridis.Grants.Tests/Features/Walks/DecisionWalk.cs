using System.Globalization;
using System.Net;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Features.Walks;

/// <summary>
/// Random commands of all roles on one programme, from its first day to its end, most by a person whose work they are, some by anybody.
/// What is refused is refused by a problem; a fault of the server ends the walk.
/// </summary>
sealed class DecisionWalk
{
    static readonly string[] Reviewers = ["reviewer-1", "reviewer-2", "reviewer-3"];

    static readonly string[] Staff =
        [.. Reviewers, "caseworker-1", "caseworker-2", "decider-1", "decider-2", "finance-1", "auditor-1", "funder-1"];

    static readonly string[] Pointers = ["/title", "/goals", "/financePlan", "/financePlan/lines/0/amount", "/partners/0"];

    readonly GrantsApp app;
    readonly string programme;
    readonly Guid programmeId;
    readonly List<string> offices;
    readonly Dictionary<string, int> succeeded = new(StringComparer.Ordinal);

    DecisionWalk(GrantsApp app, string programme, List<string> offices) =>
        (this.app, this.programme, programmeId, this.offices) = (app, programme, Guid.Parse(programme.Split('/')[^1]), offices);

    /// <summary>How often each command has succeeded.</summary>
    public IReadOnlyDictionary<string, int> Succeeded => succeeded;

    /// <summary>Two places, money for two, one place for a city: every limit is near.</summary>
    public static async Task<DecisionWalk> Begin(GrantsApp app, string code)
    {
        await app.ItIs("2018-09-26");
        var opened = await app.OpenProgramme(code, Sample.Terms with
        {
            SiteLimit = 2,
            Budget = new Money(170_000_00),
            Quotas = [new Quota(QuotaBy.Kind, "independent-city", 1)],
        });
        return new DecisionWalk(app, opened, await app.Offices(8));
    }

    /// <summary>Takes this many steps.</summary>
    /// <param name="clock">Also moves the clock; of walkers on one programme, one does.</param>
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

    /// <summary>
    /// Time runs out, and each does what is left to do: everything that was handed in comes to a decision, or was withdrawn.
    /// </summary>
    public async Task End()
    {
        await app.SetClock("2019-09-01");
        await Invariants();
        Assert.That(await Status("select Status from Programme where Id = @programmeId"), Has.No.Member("open"));
        Assert.That(await Status("select distinct Status from Application where ProgrammeId = @programmeId"), Has.No.Member("returned"));

        foreach (var reopened in await Ids(
            "select Id from Application where ProgrammeId = @programmeId and ReopeningProposedBy is not null "
            + "and Status in ('ineligible', 'rejected')"))
        {
            // Of two persons, one has not proposed it.
            foreach (var decider in (string[])["last-1", "last-2"])
                await On(Decider(decider), "/applications/" + reopened, "/reopen/confirm");
        }
        foreach (var submitted in await Ids("select Id from Application where ProgrammeId = @programmeId and Status = 'submitted'"))
            (await On(Caseworker, "/applications/" + submitted, "/formal-check", Sample.Passed))!.Succeeded();
        foreach (var draft in await Ids("select Id from Application where ProgrammeId = @programmeId and Status = 'draft'"))
        {
            var office = (await app.Db.Read(session => session.One<string>(
                "select OfficeAgs from Application where Id = @draft", new { draft }), CancellationToken.None))!;
            (await On(app.Applicant(office), "/applications/" + draft, "/withdraw", new { reason = "Zu spät" }))!.Succeeded();
        }
        await EndReviews();
        await EndLot();
        await EndSelections();
        await EndWaiting();

        Assert.That(await Status("select distinct Status from Application where ProgrammeId = @programmeId"),
            Is.SubsetOf(["ineligible", "selected", "rejected", "lapsed", "withdrawn"]));
        Assert.That(await Status(
            """
            select distinct w.Status from Application a join Award w on w.ApplicationId = a.Id
            where a.ProgrammeId = @programmeId and a.Status = 'selected'
            """), Is.SubsetOf(["accepted", "active"]), "selected for good is who has accepted");
        await Invariants();
    }

    /// <summary>What holds at every moment.</summary>
    public async Task Invariants()
    {
        var broken = await app.Db.Read(async session =>
        {
            List<string> names = [];
            foreach (var (name, sql) in Laws)
            {
                if (await session.One<int>(sql, new { programmeId }) != 0)
                    names.Add(name);
            }
            return names;
        }, CancellationToken.None);
        Assert.That(broken, Is.Empty);
        var ledger = (await app.As("auditor-1").Get("/ledger/verification")).Succeeded();
        Assert.That(ledger["intact"], Is.EqualTo("True"), ledger.Text);

        var now = (await app.Db.Read(session => session.All<Frozen>(
            """
            select v.ApplicationId, v.Number, v.ContentHash, v.Content from ApplicationVersion v
            join Application a on a.Id = v.ApplicationId where a.ProgrammeId = @programmeId
            """, new { programmeId }), CancellationToken.None)).ToDictionary(version => (version.ApplicationId, version.Number));
        Assert.That(versions.Where(version => !now.TryGetValue(version.Key, out var same) || same != version.Value), Is.Empty,
            "a version that has changed");
        versions = now;
        foreach (var selection in await Ids("select Id from Selection where ProgrammeId = @programmeId and Status = 'published'"))
            Assert.That((await app.As("auditor-1").Get($"/selections/{selection}/verification")).Succeeded()["same"], Is.EqualTo("True"));
    }

    Dictionary<(Guid, int), Frozen> versions = [];

    /// <summary>Each counts what breaks it.</summary>
    static readonly (string Name, string Sql)[] Laws =
    [
        ("places are those of the selected, never above the limit", """
            select count(*) from Programme p where p.Id = @programmeId and (p.SelectedCount > p.SiteLimit
            or p.SelectedCount <> (select count(*) from Application a where a.ProgrammeId = p.Id and a.Status = 'selected'))
            """),
        ("committed is the sum of what is promised, never above the budget", """
            select count(*) from Programme p where p.Id = @programmeId and (p.CommittedCents > p.BudgetCents
            or p.CommittedCents <> (select coalesce(sum(w.AmountCents), 0) from Award w
                where w.ProgrammeId = p.Id and w.Status in ('offered', 'accepted', 'active')))
            """),
        ("a quota counts its sites, never above it", """
            select count(*) from ProgrammeQuota q where q.ProgrammeId = @programmeId and (q.Taken > q.Most
            or q.Taken <> (select count(*) from Application a join YouthOffice o on o.Id = a.YouthOfficeId
                where a.ProgrammeId = q.ProgrammeId and a.Status = 'selected' and o.Kind = q.Value))
            """),
        ("an office has one application that is not withdrawn", """
            select count(*) from (select OfficeAgs from Application where ProgrammeId = @programmeId and Status <> 'withdrawn'
                group by OfficeAgs having count(*) > 1) twice
            """),
        ("numbers have no gap", """
            select coalesce(max(Number), 0) - count(Number) from Application where ProgrammeId = @programmeId
            """),
        ("versions are counted", """
            select count(*) from Application a where a.ProgrammeId = @programmeId
            and a.VersionCount <> (select count(*) from ApplicationVersion v where v.ApplicationId = a.Id)
            """),
        ("an application lacks what its reviews are short of the quorum", """
            select count(*) from Application a join Programme p on p.Id = a.ProgrammeId
            where a.ProgrammeId = @programmeId and a.Status = 'eligible' and a.ReviewsMissing <> (
                select case when p.ReviewQuorum > count(*) then p.ReviewQuorum - count(*) else 0 end from Review r
                where r.ApplicationId = a.Id and r.Status in ('assigned', 'in-progress', 'submitted'))
            """),
        ("nobody reviews an application twice", """
            select count(*) from (select ApplicationId from Review where ProgrammeId = @programmeId and Status <> 'withdrawn'
                group by ApplicationId, Reviewer having count(*) > 1) twice
            """),
        ("a place on the waiting list is one's own", """
            select count(*) from (select WaitlistPlace from Application where ProgrammeId = @programmeId and WaitlistPlace is not null
                group by WaitlistPlace having count(*) > 1) twice
            """),
        ("nobody confirms what is their own", """
            select (select count(*) from Selection where ProgrammeId = @programmeId and ProposedBy = ConfirmedBy)
            + (select count(*) from Application where ProgrammeId = @programmeId and ReopeningProposedBy = ReopeningConfirmedBy)
            + (select count(*) from ProgrammeExtension where ProgrammeId = @programmeId and ProposedBy = DecidedBy and Status = 'confirmed')
            + (select count(*) from Programme where Id = @programmeId and LotEnteredBy = LotConfirmedBy)
            """),
        ("a decided application has one decision that was published", """
            select count(*) from (select d.ApplicationId from SelectionDecision d join Selection s on s.Id = d.SelectionId
                join Application a on a.Id = d.ApplicationId
                where s.ProgrammeId = @programmeId and s.Status = 'published' and d.Decision = 'select' and a.ReopeningConfirmedBy is null
                group by d.ApplicationId having count(*) > 1) twice
            """),
    ];

    (string Name, Func<Task<Answer?>> Command) Any(Random random, bool clock)
    {
        var office = Of(offices);
        string Pick(params string[] right) =>
            random.Next(10) < 9 ? Of(right) : Of([.. Staff, .. offices.Select(ags => "applicant-" + ags)]);
        T Of<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
        GrantsClient caseworker = app.As(Pick("caseworker-1", "caseworker-2")), decider = app.As(Pick("decider-1", "decider-2"));
        var applicant = app.As(Pick("applicant-" + office));

        // Null: the office whose application it is.
        async Task<Answer?> Application(string where, GrantsClient? client, string command, object? body = null) =>
            await One("Application", where) is { } id
                ? await On(client ?? app.As(Pick("applicant-" + await Office("Application", id))), "/applications/" + id, command, body)
                : null;
        Task<string> Office(string table, Guid id) => app.Db.Read(
            session => session.One<string>($"select OfficeAgs from {table} where Id = @id", new { id }), CancellationToken.None);
        async Task<Answer?> Award(string command, object body, string? key = null) => await One("Award", "Status = 'offered'") is { } id
            ? await On(app.As(Pick("applicant-" + await Office("Award", id))), "/awards/" + id, command, body, key) : null;
        async Task<Answer?> Review(string where, string command, object? body = null)
        {
            if (await One("Review", where) is not { } id)
                return null;
            var reviewer = await app.Db.Read(session => session.One<string>("select Reviewer from Review where Id = @id", new { id }),
                CancellationToken.None);
            return await On(app.As(Pick(reviewer.Split('#')[^1])), "/reviews/" + id, command, body);
        }
        async Task<Answer?> Selection(string where, GrantsClient client, string command, object? body = null, string? key = null) =>
            await One("Selection", where) is { } id ? await On(client, "/selections/" + id, command, body, key) : null;
        async Task<Answer?> Extension(string command, object? body = null) =>
            await One("ProgrammeExtension", "Status = 'proposed'") is { } id
                ? await On(caseworker, "/programme-extensions/" + id, command, body) : null;
        async Task<Guid?> One(string table, string where)
        {
            var ids = await Ids($"select Id from {table} where ProgrammeId = @programmeId and {where} order by Seq");
            return ids.Count == 0 ? null : Of(ids);
        }
        var today = app.Services.GetRequiredService<BusinessClock>().Today;
        string Day(int from, int to) => today.AddDays(random.Next(from, to)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        List<(string, int, Func<Task<Answer?>>)> commands =
        [
            ("create", 12, async () => await applicant.Post(programme + "/applications", Sample.Application)),
            ("empty", 2, () => Patch(new { content = new { title = (string?)null } })),
            ("mend", 6, () => Patch(new { content = new { title = $"Titel {random.Next(100)}" } })),
            ("edit elsewhere", 2, () => Patch(new { content = new { summary = $"Anders {random.Next(100)}" } })),
            ("submit", 14, () => Application("Status in ('draft', 'returned')", null, "/submit")),
            ("recall", 1, () => Application("Status = 'submitted'", null, "/recall")),
            ("withdraw", 1, () => Application("Status <> 'lapsed'", null, "/withdraw", new { reason = "Doch nicht" })),
            ("return", 5, () => Application("Status = 'submitted'", caseworker, "/return",
                new { points = new[] { new { pointer = Of(Pointers), text = "Bitte mehr" } } })),
            ("mending-date", 2, () => Application("Status = 'returned'", caseworker, "/mending-date",
                new { mendBy = Day(-1, 20), reason = "Urlaub" })),
            ("check", 12, () => Application("Status = 'submitted'", caseworker, "/formal-check", Sample.Passed)),
            ("fail", 2, () => Application("Status = 'submitted'", caseworker, "/formal-check", Failed)),
            ("reopen", 4, () => Application("Status in ('ineligible', 'rejected')", caseworker, "/reopen",
                new { remedy = new { kind = "objection", reference = "W 1", filedOn = Day(-3, 1) }, reason = "Begründet" })),
            ("confirm reopening", 4, () => Application("Status in ('ineligible', 'rejected')", decider, "/reopen/confirm")),
            ("extend", 1, async () => await caseworker.Post(programme + "/extensions", new { closesOn = Day(-5, 40), reason = "Streik" })),
            ("confirm extension", 2, () => Extension("/confirm")),
            ("refuse extension", 1, () => Extension("/refuse", new { reason = "Nein" })),
            ("late exception", 1, () => On(caseworker, programme, "/late-exceptions",
                new { officeAgs = office, until = Day(-1, 10), reason = "Störung" })),
            ("assign", 8, async () => await One("Application", "Status = 'eligible'") is { } id
                ? await caseworker.Post($"/applications/{id}/reviews", new { subject = Of(Reviewers) })
                : null),
            ("distribute", 1, async () => await caseworker.Post(programme + "/review-assignments", new
            {
                perApplication = 2,
                reviewers = Reviewers.Select(subject => new { subject }),
                seed = "walk",
                dryRun = random.Next(2) == 0,
            })),
            ("reassign", 1, async () => await One("Review", "Status in ('assigned', 'in-progress')") is { } id
                ? await On(caseworker, "/reviews/" + id, "/reassign",
                    new { subject = Of(Reviewers), reason = "Krank" }) : null),
            ("withdraw review", 1, async () => await One("Review", "Status <> 'withdrawn'") is { } id
                ? await On(caseworker, "/reviews/" + id, "/withdraw", new { reason = "Krank" }) : null),
            ("declare", 12, () => Review("Status = 'assigned'", "/declare", new { conflict = false })),
            ("declare a conflict", 1, () => Review("Status = 'assigned'", "/declare", new { conflict = true, reason = "Befreundet" })),
            ("score", 14, () => Review("Status = 'in-progress'", "/scores", Scores(() => random.Next(4, 8)))),
            ("submit review", 14, () => Review("Status = 'in-progress'", "/submit")),
            ("enter the lot", 2, () => On(decider, programme, "/lot", new { secret = Round.LotSecret, publicValue = Round.LotValue })),
            ("confirm the lot", 2, () => On(decider, programme, "/lot/confirm")),
            ("declare conflicts", 3, async () => await decider.Put(programme + "/conflict-declaration", new
            {
                offices = random.Next(20) == 0 ? [new { officeAgs = office, reason = "Verwandt" }] : Array.Empty<object>(),
            })),
            ("select", 4, async () => await decider.Post(programme + "/selections", new { })),
            ("select one", 8, async () => await One("Application", "Status in ('eligible', 'waitlisted')") is { } id
                ? await decider.Post(programme + "/selections", new
                {
                    decisions = new[]
                    {
                        new { applicationId = id, decision = "select", amount = new Money(80_000_00), reason = "Beschluss der Jury" },
                    },
                }) : null),
            ("reject one", 1, async () => await One("Application", "Status in ('eligible', 'waitlisted')") is { } id
                ? await decider.Post(programme + "/selections", new
                {
                    decisions = new[] { new { applicationId = id, decision = "reject", reason = "Ungeeignet" } },
                }) : null),
            ("propose", 7, () => Selection("Status in ('draft', 'sent-back')", decider, "/propose")),
            ("send back", 1, () => Selection("Status in ('proposed', 'confirmed')", decider, "/send-back", new { reason = "Nein" })),
            ("confirm", 7, () => Selection("Status = 'proposed'", decider, "/confirm")),
            ("publish", 7, () => Selection("Status = 'confirmed'", decider, "/publish", key: $"walk-{random.Next()}")),
            ("decline the award", 1, () => Award("/decline", new { reason = "Kein Eigenanteil" }, $"walk-{random.Next()}")),
            ("accept the award", 1, () => Award("/accept", new { waiveRemedies = true })),
            ("move the clock", clock ? 9 : 0, async () => await app.As("caseworker-1").Put("/clock",
                new { now = today.AddDays(random.Next(1, 6)).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) })),
        ];
        var drawn = random.Next(commands.Sum(command => command.Item2));
        foreach (var (name, weight, command) in commands)
        {
            if ((drawn -= weight) < 0)
                return (name, command);
        }
        throw new InvalidOperationException("A weight is drawn below their sum.");

        async Task<Answer?> Patch(object patch) => await One("Application", $"OfficeAgs = '{office}' and Status in ('draft', 'returned')")
            is { } id && await applicant.Get("/applications/" + id) is { Code: null } now
                ? await applicant.Patch("/applications/" + id, patch, now.ETag) : null;
    }

    /// <summary>Reviews that are begun and still count are withdrawn, and each application gets as many as the quorum asks for.</summary>
    async Task EndReviews()
    {
        foreach (var open in await Ids(
            """
            select r.Id from Review r join Application a on a.Id = r.ApplicationId
            where r.ProgrammeId = @programmeId and r.Status in ('assigned', 'in-progress') and a.Status = 'eligible'
            """))
            (await On(Caseworker, "/reviews/" + open, "/withdraw", new { reason = "Krank" }))!.Succeeded();
        foreach (var eligible in await Ids("select Id from Application where ProgrammeId = @programmeId and Status = 'eligible'"))
        {
            var missing = Sample.Terms.ReviewQuorum - await app.Db.Read(session => session.One<int>(
                "select count(*) from Review where ApplicationId = @eligible and Status = 'submitted'", new { eligible }),
                CancellationToken.None);
            for (var i = 0; i < missing; i++)
                await Review(eligible, $"last-reviewer-{i}");
        }
    }

    async Task Review(Guid application, string subject)
    {
        var assigned = (await Caseworker.Post($"/applications/{application}/reviews", new { subject })).Succeeded();
        var (path, reviewer) = ("/reviews/" + assigned["id"], app.Person(subject, [Role.Reviewer]));
        (await On(reviewer, path, "/declare", new { conflict = false }))!.Succeeded();
        (await On(reviewer, path, "/scores", Scores(() => 6)))!.Succeeded();
        (await On(reviewer, path, "/submit"))!.Succeeded();
    }

    static object Scores(Func<int> next) => new
    {
        scores = Sample.Terms.Criteria.Select(criterion => new Score(criterion.Code, next(), "Begründet")).ToList(),
    };

    async Task EndLot()
    {
        if ((await On(Decider("last-1"), programme, "/lot", new { secret = Round.LotSecret, publicValue = Round.LotValue }))!.Code is null)
            (await On(Decider("last-2"), programme, "/lot/confirm"))!.Succeeded();
        else
            await On(Decider("last-2"), programme, "/lot/confirm");
    }

    /// <summary>What is proposed is sent back, and one selection decides on all that are left.</summary>
    async Task EndSelections()
    {
        foreach (var decider in (string[])["last-1", "last-2"])
            await Decider(decider).Declares(programme);
        foreach (var pending in await Ids(
            "select Id from Selection where ProgrammeId = @programmeId and Status in ('proposed', 'confirmed')"))
            (await On(Decider("last-1"), "/selections/" + pending, "/send-back", new { reason = "Alles in einer" }))!.Succeeded();
        if ((await Ids("select Id from Application where ProgrammeId = @programmeId and Status = 'eligible'")).Count == 0)
            return;
        await Decide((await Decider("last-1").Post(programme + "/selections", new { })).Succeeded());
    }

    /// <summary>What is offered is not answered in time, and who waits is told that no place is left.</summary>
    async Task EndWaiting()
    {
        await app.SetClock("2020-09-01");
        await Invariants();
        var waiting = await Ids("select Id from Application where ProgrammeId = @programmeId and Status = 'waitlisted'");
        if (waiting.Count == 0)
            return;
        var drafted = (await Decider("last-1").Post(programme + "/selections", new
        {
            decisions = waiting.Select(id => new { applicationId = id, decision = "reject", reason = "Das Programm endet" }),
        })).Succeeded();
        await Decide(drafted);
    }

    /// <summary>Two people propose, confirm and publish a selection.</summary>
    async Task Decide(Answer drafted)
    {
        var path = "/selections/" + drafted["id"];
        (await On(Decider("last-1"), path, "/propose"))!.Succeeded();
        (await On(Decider("last-2"), path, "/confirm"))!.Succeeded();
        (await On(Decider("last-1"), path, "/publish", key: "last-" + drafted["id"]))!.Succeeded();
    }

    GrantsClient Caseworker => app.Person("last", [Role.Caseworker]);

    GrantsClient Decider(string subject) => app.Person(subject, [Role.Decider]);

    /// <summary>A command on a resource as the person sees it now; who does not see it sends the command with no version.</summary>
    static async Task<Answer?> On(GrantsClient client, string resource, string command, object? body = null, string? key = null)
    {
        var now = await client.Get(resource);
        return command == "/scores"
            ? await client.Put(resource + command, body, now.ETag)
            : await client.Post(resource + command, body, now.ETag, key);
    }

    Task<List<Guid>> Ids(string sql) => app.Db.Read(session => session.All<Guid>(sql, new { programmeId }), CancellationToken.None);

    Task<List<string>> Status(string sql) => app.Db.Read(session => session.All<string>(sql, new { programmeId }), CancellationToken.None);

    static readonly object Failed = Sample.Passed with
    {
        Items = [.. Sample.Passed.Items.Select((item, index) => item with { Met = index > 0 })],
        Reason = "Unvollständig",
    };

    sealed record Frozen
    {
        public Guid ApplicationId { get; init; }
        public int Number { get; init; }
        public required string ContentHash { get; init; }
        public required string Content { get; init; }
    }
}
