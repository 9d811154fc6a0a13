namespace Auridis.Grants.Tests.Platform;

/// <summary>
/// Transactions that take rows in different orders wait for each other at night. The wrong order fails in a test instead.
/// </summary>
public sealed class LockOrderTests(DatabaseKind kind) : ApiTests(kind)
{
    [TestCase("Award", "Programme")]
    [TestCase("Application", "Programme")]
    [TestCase("PaymentBatch", "Award")]
    [TestCase("JournalHead", "Programme")]
    [TestCase("JournalHead", "Award")]
    [TestCase("AuditHead", "Application")]
    public void What_comes_first_is_not_locked_last(string first, string second) =>
        Assert.That(() => Update(first, second),
            Throws.InvalidOperationException.With.Message.Contains($"{second} is locked after {first}"));

    [Test]
    public void A_row_that_is_locked_already_may_be_changed_again() =>
        Assert.That(() => Update("Programme", "Award", "Programme"), Throws.Nothing);

    [TestCase("Programme", "Application", "Award", "PaymentBatch", "Disbursement", "JournalHead", "AuditHead")]
    [TestCase("Programme", "Award", "Application")]
    [TestCase("Disbursement", "Award")]
    public void The_order_from_the_programme_to_the_counters_is_right(params string[] tables) =>
        Assert.That(() => Update(tables), Throws.Nothing);

    /// <summary>Changes no row: what counts is that a statement could.</summary>
    Task<Outcome<int>> Update(params string[] tables) => app.Db.Write<int>(Author.System(TimeProvider.System), async tx =>
    {
        foreach (var table in tables)
            await tx.Execute($"update {table} set Id = Id where 1 = 0");
        return tables.Length;
    }, CancellationToken.None);
}
