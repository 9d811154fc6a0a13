using System.Net;
using System.Reflection;
using Auridis.Grants.Api;
using Auridis.Grants.Api.Features.Ledger;
using FastEndpoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Platform.Database;

/// <summary>
/// What a list costs must not grow with what lies there. Every list is asked with every combination of its filters, by every role that may
/// ask: an index serves the filters and the order together, so that nothing is scanned and nothing is sorted.
/// </summary>
[TestFixture]
public sealed class ListPlanTests
{
    /// <summary>Lists of a table that never grows, and why.</summary>
    static readonly string[] Small =
    [
        // The offices of a Land: 91 in the official list.
        "listYouthOffices",
    ];

    GrantsApp app = null!;
    PlannedDb db = null!;
    SeededAward award = null!;

    /// <summary>A row of each list that stands under the id of another.</summary>
    [OneTimeSetUp]
    public async Task Start()
    {
        app = await GrantsApp.Start(DatabaseKind.Sqlite, builder => builder.Services.AddSingleton<Db>(
            _ => db = new PlannedDb(DatabaseSettings.Read(builder.Configuration).Connect())));
        award = await SeededAward.Insert(app.Db, paidCents: 1_00);
        await app.Db.Write<int>(Author.System(TimeProvider.System), async tx => await tx.Execute("""
            insert into RepaymentClaim
                (Id, Version, ProgrammeId, AwardId, Kind, SpendingReportId, OfficeAgs, Reference, Status, PrincipalCents, PaidCents,
                ClaimedOn, DueOn, CreatedAt, UpdatedAt)
            values (@ClaimId, 1, @ProgrammeId, @Id, 'unspent', @ReportId, @Ags, 'R1', 'claimed', 1000, 0, @On, @DueOn, @At, @At)
            """, new
        {
            ClaimId = tx.NewId(),
            award.ProgrammeId,
            award.Id,
            award.ReportId,
            award.Ags,
            On = new DateOnly(2021, 1, 1),
            DueOn = new DateOnly(2021, 2, 1),
            tx.Author.At,
        }), CancellationToken.None);
        await app.Db.Write<int>(Author.System(TimeProvider.System), async tx => await tx.Execute("""
            insert into PaymentBatch
                (Id, Version, FiscalYear, Number, Reference, Status, ExecutionOn, PaymentCount, SumCents, CreatedBy, CreatedAt, UpdatedAt)
            values (@BatchId, 1, 2021, 1, 'ZL-2021-0001', 'open', @On, 1, 100, 'test', @At, @At)
            """, new { BatchId = tx.NewId(), On = new DateOnly(2021, 1, 4), tx.Author.At }), CancellationToken.None);
        await app.Db.Write<int>(Author.System(TimeProvider.System), async tx => await tx.Execute("""
            insert into ReceiptImport (Id, Version, SpendingReportId, OfficeAgs, Status, Encoding, Size, PackedSize, Sha256, CheckedOn,
                CreatedAt, UpdatedAt)
            values (@ReportId, 1, @ReportId, @Ags, 'ready', 'utf-8', 0, 0, '', @On, @At, @At);
            insert into SpendingReportVersion (SpendingReportId, Number, Submission, ContentHash, SubmittedBy, SubmittedOn, CreatedAt)
            values (@ReportId, 1, '{}', '', 'a', @On, @At)
            """, new { award.ReportId, award.Ags, On = new DateOnly(2021, 1, 1), tx.Author.At }), CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    [Test]
    public async Task Every_list_is_served_by_an_index_whatever_it_is_filtered_by()
    {
        List<string> asked = [];
        var lists = app.Routes.Select(List.Of).OfType<List>().ToList();
        Assert.Multiple(async () =>
        {
            foreach (var list in lists)
            {
                foreach (var role in list.Roles)
                {
                    foreach (var filters in list.Combinations())
                    {
                        var path = await PathOf(list, role);
                        db.Taken();
                        var answer = await Person(role).Get(path + Query(filters));
                        // What the caller does not see has no list.
                        if (answer.Status == HttpStatusCode.NotFound)
                            continue;
                        answer.Succeeded();
                        var plans = db.Taken();
                        asked.Add(list.Name);
                        var refused = plans.SelectMany(plan => WhyRefused(plan, list, role, filters));
                        Assert.That(refused, Is.Empty, $"{role}: GET {path}{Query(filters)}");
                    }
                }
            }
        });
        Assert.That(lists.Select(list => list.Name), Is.Not.Empty.And.SubsetOf(asked));
    }

    [TestCase("/applications", "reference", "title", "officeAgs", "updatedAt", "requested")]
    [TestCase("/awards", "reference", "officeAgs", "updatedAt", "amount")]
    [TestCase("/disbursements", "reference", "officeAgs", "updatedAt", "amount")]
    [TestCase("/repayment-claims", "reference", "officeAgs", "updatedAt", "principal")]
    public async Task A_list_is_read_in_each_of_its_orders_by_an_index(string path, params string[] fields)
    {
        foreach (var order in fields.SelectMany(field => (string[])[field, "-" + field]))
        {
            db.Taken();
            (await Person(Role.Finance).Get($"{path}?sort={order}")).Succeeded();
            var plan = db.Taken().Single();
            Assert.That(plan.Steps.Single(), Does.Contain(" USING INDEX "), $"{order}: {plan}");
        }
    }

    [Test]
    public async Task A_trial_balance_reads_one_balance_of_each_account()
    {
        db.Taken();
        (await Person(Role.Auditor).Get("/ledger/trial-balance")).Succeeded();

        Assert.That(db.Taken().Single().Steps, Is.EqualTo((string[])
        [
            "SCAN a USING INDEX sqlite_autoindex_Account_1",
            "SEARCH b USING INDEX sqlite_autoindex_AccountBalance_1 (Account=? AND PostedOn=?) LEFT-JOIN",
            "CORRELATED SCALAR SUBQUERY 1",
            "SEARCH d USING COVERING INDEX sqlite_autoindex_AccountBalance_1 (Account=? AND PostedOn<?)",
        ]));
    }

    [Test]
    public async Task What_is_due_is_found_by_an_index_in_its_order()
    {
        db.Taken();
        foreach (var step in DueSteps.All)
            await db.Read(session => step.Due(session, new DateOnly(2021, 1, 1), 500), CancellationToken.None);

        var plans = db.Taken();
        Assert.That(plans, Has.Count.EqualTo(DueSteps.All.Count));
        Assert.That(plans.Select(plan => plan.Steps[0]), Has.All.StartsWith("SEARCH").And.All.Contains("USING"));
        Assert.That(plans.SelectMany(plan => plan.Steps), Has.None.Contains("TEMP B-TREE"));
    }

    /// <summary>Of many rows in a state a few wait: another index in the same order would read all of the state.</summary>
    [TestCase(Role.Caseworker, "quorum-missing", "IX_Application_Status_Seq_QuorumMissing (Status=? AND Seq>?)")]
    [TestCase(Role.Caseworker, "remedy-period-over", "IX_Award_Status_Seq_BecomingFinal (Status=? AND Seq>?)")]
    [TestCase(Role.Caseworker, "award-to-complete", "IX_Award_Status_Seq_Settling (Status=? AND Seq>?)")]
    [TestCase(Role.Applicant, "rest-to-request", "IX_Award_OfficeAgs_Status_Seq_Settling (OfficeAgs=? AND Status=? AND Seq>?)")]
    [TestCase(Role.Treasury, "payment-to-confirm", "IX_Disbursement_Returning (Status=? AND Seq>?)")]
    [TestCase(Role.Applicant, "report-due", "IX_SpendingReport_OfficeAgs_Seq_ToSubmit (OfficeAgs=? AND Seq>?)")]
    public async Task What_waits_is_found_by_the_index_that_holds_only_that(string role, string kind, string index)
    {
        db.Taken();
        (await Person(role).Get($"/tasks?kind={kind}")).Succeeded();

        Assert.That(db.Taken().Select(plan => plan.Steps[0]), Has.Some.EqualTo($"SEARCH x USING INDEX {index}"));
    }

    /// <summary>What is wrong with a plan.</summary>
    static IEnumerable<string> WhyRefused(Plan plan, List list, string role, IReadOnlyList<PropertyInfo> filters)
    {
        if (Small.Contains(list.Name))
            yield break;
        var sorts = filters.Any(filter => filter.Name is nameof(SearchPaging.Sort));
        var searches = filters.Any(filter => filter.Name is nameof(SearchPaging.Q));
        if (plan.Steps.Any(step => step.StartsWith("SCAN", StringComparison.Ordinal) && step is not "SCAN CONSTANT ROW"
            && !(searches && ScansOffices(step)) && !(sorts && InOrder(step))))
            yield return $"scans: {plan}";
        if (!plan.Sql.EndsWith("limit @Take", StringComparison.Ordinal))
            yield break;
        // What waits is little, and is found by its state in the order of its numbers; a filter passes over the rest of that.
        if (list.Name is "listTasks")
        {
            if (plan.Steps.Any(IsSort))
                yield return $"sorts: {plan}";
            yield break;
        }
        // What a search finds is few: its rows by their number, or what is filtered, of which it takes those.
        if (searches)
        {
            if (!plan.Steps.Any(step => step.Contains("=?", StringComparison.Ordinal) || step.Contains("Suffix>?", StringComparison.Ordinal)
                || step.Contains("Reference>?", StringComparison.Ordinal)))
                yield return $"does not begin at what is found: {plan}";
            yield break;
        }
        // In its order, or what is filtered sorted.
        if (sorts)
        {
            if (filters.Count == 1 && role is not (Role.Applicant or Role.Reviewer) && plan.Steps.Any(IsSort))
                yield return $"sorts: {plan}";
            yield break;
        }
        // Where it begins, but for the one row that an id finds.
        var start = plan.Steps.First(step => !step.Contains("(Id=?)", StringComparison.Ordinal));
        // What belongs to one resource is little, and so is what one office or one reviewer has: it may be filtered further, and sorted.
        var ids = filters.Where(filter => HasType(filter, typeof(Guid))).Select(filter => filter.Name).ToList();
        if (ids.Exists(Serves) || (role == Role.Applicant && Serves("OfficeAgs")) || (role == Role.Reviewer && Serves("Reviewer")))
            yield break;
        // An office named beside something else is the narrower of the two, and what has changed since a time is little as well.
        var changes = filters.Any(filter => filter.Name is nameof(ChangesPaging.ChangedSince));
        if (((changes || ids.Count > 0) && Serves("OfficeAgs"))
            || (changes && start.Contains("UpdatedAt>?", StringComparison.Ordinal) && !plan.Steps.Any(IsSort)))
            yield break;
        if (ids.Count > 0)
            yield return $"does not begin at the one resource: {plan}";
        if (plan.Steps.Any(IsSort))
            yield return $"sorts: {plan}";
        foreach (var filter in filters.Where(filter => HasType(filter, typeof(string)) && !Serves(filter.Name)))
            yield return $"has no index of {filter.Name}: {plan}";
        // What is new after a number is read in its order.
        if (filters.Count > 0 && !filters.Any(filter => filter.Name is "After")
            && start.Contains("INTEGER PRIMARY KEY", StringComparison.Ordinal))
            yield return $"reads the whole table: {plan}";

        // An office is looked for among all, which are few.
        static bool ScansOffices(string step) => step is "SCAN YouthOffice" || step.StartsWith("SCAN o", StringComparison.Ordinal);

        // What is sorted is read in the order of an index until the page is full.
        static bool InOrder(string step) => step.Contains(" USING INDEX ", StringComparison.Ordinal);

        static bool IsSort(string step) => step.Contains("TEMP B-TREE", StringComparison.Ordinal);

        bool Serves(string column) => start.Contains($"{column}=?", StringComparison.Ordinal);
    }

    string Query(IReadOnlyList<PropertyInfo> filters) => filters.Count == 0 ? "" : "?" + string.Join('&', filters.Select(filter =>
        $"{filter.Name}={Value(filter)}"));

    /// <summary>A value that the filter takes.</summary>
    string Value(PropertyInfo filter) => filter switch
    {
        _ when filter.GetCustomAttribute<OneOfAttribute>() is { } names => names.Values[0],
        _ when filter.IsDefined(typeof(AgsAttribute)) => award.Ags,
        _ when filter.GetCustomAttribute<SortedByAttribute>() is { } order => "-" + order.Fields[0],
        _ when HasType(filter, typeof(Guid)) => $"{award.Id}",
        _ when HasType(filter, typeof(DateOnly)) => "2020-06-30",
        _ when HasType(filter, typeof(DateTimeOffset)) => "2020-06-30T08:00:00Z",
        _ when HasType(filter, typeof(bool)) => "true",
        _ => "1",
    };

    static bool HasType(PropertyInfo filter, Type type) => (Nullable.GetUnderlyingType(filter.PropertyType) ?? filter.PropertyType) == type;

    /// <summary>The path, with the id of a resource that the person sees where it needs one.</summary>
    async Task<string> PathOf(List list, string role)
    {
        var parts = list.Path.Replace("{number}", Accounts.Bank, StringComparison.Ordinal)
            .Replace("{number:int}", "1", StringComparison.Ordinal).Split("/{id:guid}");
        if (parts.Length == 1)
            return parts[0];
        // There is no list of all imports: the one that there is has the id of its report.
        if (parts[0] is "/receipt-imports")
            return $"{parts[0]}/{award.ReportId}{parts[1]}";
        var resources = (await Person(role).Get(parts[0])).Succeeded().Json.GetProperty("items");
        var id = resources.GetArrayLength() == 0 ? $"{award.Id}" : resources[0].GetProperty("id").GetString();
        return $"{parts[0]}/{id}{parts[1]}";
    }

    GrantsClient Person(string role) => app.Person(role, [role], role == Role.Applicant ? award.Ags : null);

    /// <summary>A route whose caller pages.</summary>
    sealed record List(string Name, string Path, IReadOnlyList<PropertyInfo> Filters, IReadOnlyList<string> Roles)
    {
        public static List? Of(RouteEndpoint route) =>
            route.Metadata.GetMetadata<EndpointDefinition>() is { } slice && slice.ReqDtoType.IsAssignableTo(typeof(Paging))
                ? new List(
                    route.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName,
                    route.RoutePattern.RawText!,
                    [.. Parameters.Query(slice.ReqDtoType).Where(property => property.DeclaringType != typeof(Paging))],
                    Can.Table[route.Metadata.GetMetadata<IAuthorizeData>()!.Policy!].Roles)
                : null;

        /// <summary>What can be asked for: with and without each filter, and always with what is required.</summary>
        public IEnumerable<IReadOnlyList<PropertyInfo>> Combinations()
        {
            var required = Filters.Where(filter => filter.IsDefined(typeof(RequiredParameterAttribute))).ToList();
            var free = Filters.Except(required).ToList();
            return Enumerable.Range(0, 1 << free.Count).Select(chosen =>
                required.Concat(free.Where((_, i) => (chosen >> i & 1) == 1)).ToList()).Where(CanBeAsked);
        }

        /// <summary>What has changed has its own order.</summary>
        static bool CanBeAsked(List<PropertyInfo> filters) =>
            !(filters.Exists(filter => filter.Name is nameof(SearchPaging.Sort))
                && filters.Exists(filter => filter.Name is nameof(ChangesPaging.ChangedSince)));
    }
}
