using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>A report that nobody has submitted in time.</summary>
public sealed class OverdueReportTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Overdue = "spending-report.overdue";

    [SetUp]
    public Task Before_it_is_due() => app.ItIs("2021-06-01");

    [Test]
    public async Task The_audit_trail_says_so_once_for_each_day_that_it_was_due()
    {
        var award = await SeededAward.Insert(app.Db, dueOn: new DateOnly(2021, 6, 30));
        await app.SetClock("2021-06-30");
        Assert.That(await app.ActorsOf(award.Report, Overdue), Is.Empty, "on its day");
        var before = (await app.As("auditor-1").Get(award.Report)).Succeeded();

        await app.SetClock("2021-07-01");
        await app.Sweep(atOnce: 4);
        Assert.That(await app.ActorsOf(award.Report, Overdue), Is.EqualTo(["system"]));
        Assert.That((await app.As("auditor-1").Get(award.Report)).ETag, Is.EqualTo(before.ETag), "the report is as it was");

        await app.Db.Write<bool>(Author.System(TimeProvider.System), async tx =>
        {
            await SpendingReport.Extend(tx, award.Id, new DateOnly(2021, 3, 31), new DateOnly(2021, 9, 30));
            return true;
        }, CancellationToken.None);
        await app.SetClock("2021-09-30");
        Assert.That(await app.ActorsOf(award.Report, Overdue), Has.Count.EqualTo(1));
        await app.SetClock("2021-10-01");
        await app.Sweep(atOnce: 4);
        Assert.That(await app.ActorsOf(award.Report, Overdue), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Not_of_one_that_was_submitted()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 100_00, dueOn: new DateOnly(2021, 6, 30));
        await app.Accepted(award, 100);

        await app.SetClock("2021-07-01");

        Assert.That(await app.ActorsOf(award.Report, Overdue), Is.Empty);
    }
}
