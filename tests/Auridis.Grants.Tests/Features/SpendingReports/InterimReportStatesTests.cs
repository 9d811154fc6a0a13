namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Every command in every state of an interim report: it goes the way of a final one, and nobody is heard on it.</summary>
public sealed class InterimReportStatesTests(DatabaseKind kind) : ReportStatesFixture(kind)
{
    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere() => Assert.That(
        await TableWith(hearing: "interim-report").Differences(
            state => In(state, async () => (await Scheduled()).Interim), Do, Seen),
        Is.Empty);
}
