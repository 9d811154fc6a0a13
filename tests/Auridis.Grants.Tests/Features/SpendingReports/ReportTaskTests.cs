using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>What waits for whom on the way of a report.</summary>
public sealed class ReportTaskTests(DatabaseKind kind) : ReportFixture(kind)
{
    static readonly string[] Persons =
        ["caseworker-1", "decider-1", "finance-1", "finance-2", "finance-3", "accounting-1", "funder-1", "auditor-1", "admin-1"];

    [SetUp]
    public Task On_the_first_of_March() => app.ItIs("2021-03-01");

    [Test]
    public async Task Each_step_waits_for_those_who_may_take_it()
    {
        var award = await SeededAward.Insert(
            app.Db, paidCents: 100_000_00, changing: terms => terms with { LegalForm = LegalForm.ActSocialCode });
        var office = award.Applicant;
        (await app.As(office).Post(award.Report + "/receipts", Batch(Receipt("R-1", 90_000)))).Succeeded();
        Assert.That(await Waits(award), Is.EqualTo([$"report-due {office}"]));

        var submitted = await Submit(award, 90_000);
        Assert.That(await Waits(award),
            Is.EqualTo(["report-to-examine finance-1", "report-to-examine finance-2", "report-to-examine finance-3"]));
        var returned = (await app.As("finance-2").Post(
            award.Report + "/return", new { points = new[] { new { text = "Zu kurz." } } }, submitted.ETag)).Succeeded();
        Assert.That(await Waits(award), Is.EqualTo([$"report-to-mend {office}"]));
        Assert.That(returned["status"], Is.EqualTo("returned"));
        Assert.That(await Due(award, "report-to-mend"), Is.EqualTo(("2021-03-15", "False")));
        await app.ItIs("2021-03-16");
        // Whoever examines it as it was submitted, whoever asks the office once more, and the office itself.
        Assert.That(await Waits(award), Is.EqualTo(
        [
            "report-overdue caseworker-1", "report-to-examine finance-1", "report-to-examine finance-2", "report-to-examine finance-3",
            $"report-to-mend {office}",
        ]));
        Assert.That((await Due(award, "report-to-mend"), await Due(award, "report-overdue", "caseworker-1")),
            Is.EqualTo((("2021-03-15", "True"), ("2021-03-15", "True"))));
        await app.ItIs("2021-03-15");

        var examined = await Examine(award, 90_000);
        Assert.That(await Waits(award), Is.Empty, "the examiner is at it");
        var heard = (await app.As("finance-1").Post(award.Report + "/hearing",
            new { sentOn = "2021-03-01", replyBy = "2021-03-19", draftClaim = Money(10_000) }, examined.ETag)).Succeeded();
        Assert.That(await Waits(award), Is.Empty, "the reply is awaited");
        await app.ItIs("2021-03-20");
        Assert.That(await Waits(award), Is.EqualTo(["hearing-over finance-1"]));

        var found = (await app.As("finance-1").Post(award.Report + "/findings", NoFindings, heard.ETag)).Succeeded();
        Assert.That(await Waits(award),
            Is.EqualTo(["hearing-over finance-1", "report-to-accept finance-2", "report-to-accept finance-3"]));
        (await Accept(award, "finance-3", found.ETag)).Succeeded();
        Assert.That(await Waits(award), Is.Empty);
    }

    [Test]
    public async Task A_report_is_due_from_the_last_day_of_its_period_and_overdue_after_its_own()
    {
        var award = await SeededAward.Insert(
            app.Db, paidCents: 100_000_00, dueOn: new DateOnly(2021, 3, 10),
            changing: terms => terms with { FundingEndsOn = new DateOnly(2021, 3, 2) });
        Assert.That(await Waits(award), Is.Empty);
        await app.ItIs("2021-03-02");
        Assert.That(await Due(award), Is.EqualTo(("2021-03-02", "2021-03-10", "False")));
        await app.ItIs("2021-03-11");
        Assert.That(await Due(award), Is.EqualTo(("2021-03-02", "2021-03-10", "True")));
    }

    async Task<(string, string)> Due(SeededAward award, string kind, string? person = null)
    {
        var tasks = (await app.As(person ?? award.Applicant).Get($"/tasks?kind={kind}&limit=200")).Succeeded().Json.GetProperty("items");
        var task = tasks.EnumerateArray().Single(item => item.GetProperty("resource").GetString() == award.Report);
        return (task.GetProperty("dueOn").GetString()!, task.GetProperty("overdue").ToString());
    }

    async Task<(string, string, string)> Due(SeededAward award)
    {
        var task = (await app.As(award.Applicant).Get("/tasks?kind=report-due")).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("resource").GetString() == award.Report);
        return (task.GetProperty("since").GetString()!, task.GetProperty("dueOn").GetString()!, task.GetProperty("overdue").ToString());
    }

    async Task<List<string>> Waits(SeededAward award)
    {
        List<string> waits = [];
        foreach (var person in Persons.Prepend(award.Applicant))
        {
            waits.AddRange((await app.As(person).Get($"/tasks?limit=200&officeAgs={award.Ags}")).Succeeded()
                .Json.GetProperty("items").EnumerateArray()
                .Where(item => item.GetProperty("resource").GetString() == award.Report)
                .Select(item => $"{item.GetProperty("kind").GetString()} {person}"));
        }
        waits.Sort(StringComparer.Ordinal);
        return waits;
    }
}
