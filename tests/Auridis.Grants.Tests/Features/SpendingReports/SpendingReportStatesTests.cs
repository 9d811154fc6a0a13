namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Every command in every state of a final report.</summary>
public sealed class SpendingReportStatesTests(DatabaseKind kind) : ReportStatesFixture(kind)
{
    /// <summary>What was accepted is <c>accepted</c> where all is recognised; here nothing was spent.</summary>
    static readonly StateTable Table = TableWith(hearing: "in-examination");

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere() =>
        Assert.That(await Table.Differences(state => In(state, () => Paid()), Do, Seen), Is.Empty);

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.Empty);
    });
}
