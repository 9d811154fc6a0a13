using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Every command in every state of an import; checking ends by itself.</summary>
public sealed class ReceiptImportStatesTests(DatabaseKind kind) : ImportFixture(kind)
{
    static readonly StateTable Table = new("""
                  apply          discard
        checking  .              .
        ready     applied        discarded
        faulty    .              discarded
        applied   import-applied .
        discarded .              .
        """);

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere()
    {
        Assert.That(await Table.Differences(
            In,
            async (command, import) => await app.As(import.Award.Applicant)
                .Post($"{import.Path}/{command}", ifMatch: (await Seen(import)).ETag),
            Seen), Is.Empty);
    }

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.EqualTo(["ready", "faulty"]), "what a check comes to");
        Assert.That(Table.NeverLeft, Is.EqualTo(["checking", "applied", "discarded"]), "a check ends by itself");
    });

    /// <summary>Each of a report of its own, which has no more than one that is open.</summary>
    async Task<(SeededAward Award, string Path)> In(string state)
    {
        var award = await Paid();
        var import = await Checked(award, Header + Row(state is "faulty" ? "" : "R-1"));
        if (state is "applied")
            (await Apply(award, import)).Succeeded();
        else if (state is "discarded")
            (await Discard(award, import)).Succeeded();
        else if (state is "checking")
        {
            await app.Db.Write<int>(Author.System(TimeProvider.System), async tx => await tx.Execute("""
                update ReceiptImport
                set Status = 'checking', CheckedOn = null, LeaseToken = @Id, LeaseEndsAt = @LeaseEndsAt
                where Id = @Id
                """, new { Id = Guid.Parse(import["id"]), LeaseEndsAt = tx.Author.At + 10 * ReceiptImportWorker.Lease }),
                CancellationToken.None);
        }
        return (award, $"/receipt-imports/{import["id"]}");
    }

    async Task<Answer> Seen((SeededAward, string Path) import) => (await app.As("auditor-1").Get(import.Path)).Succeeded();
}
