using System.Diagnostics;
using System.Globalization;
using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Tests.Features.Ledger;

/// <summary>What a migration of old books, or a day on which many programmes pay, asks of the journal.</summary>
[TestFixture]
public sealed class PostingRateTests
{
    const int Writers = 32, Transactions = 125, EntriesEach = 25;

    [Test]
    public async Task A_hundred_thousand_entries_of_many_writers_are_posted_in_seconds()
    {
        await using var app = await GrantsApp.Start(DatabaseKind.Sqlite);
        var programme = await app.Db.Read(
            session => session.One<Guid>("select Id from Programme where Code = '2018-A'"), CancellationToken.None);
        var started = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var transaction = 0; transaction < Transactions; transaction++)
            {
                var on = new DateOnly(2031, 1, 1).AddDays((writer + transaction) % 300);
                await app.Db.Write<bool>(Author.System(TimeProvider.System), tx =>
                {
                    for (var entry = 0; entry < EntriesEach; entry++)
                        Journal.Post(tx, PostingMatrix.Payable, new Money(1_00), new(tx.NewId(), "T-1", programme, null, "A test", on));
                    return Task.FromResult<Outcome<bool>>(true);
                }, CancellationToken.None);
            }
        }));

        const int entries = Writers * Transactions * EntriesEach;
        var rate = entries / Stopwatch.GetElapsedTime(started).TotalSeconds;
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entries:#,0} entries, {rate:#,0} a second"));
        var verified = (await app.As("auditor-1").Get("/ledger/verification")).Succeeded();
        Assert.That((verified["intact"], verified["entries"]), Is.EqualTo(("True", entries.ToString(CultureInfo.InvariantCulture))));
        // A quiet machine posts more than ten times as many. With a commit, or a round trip, for each entry no machine reaches it.
        Assert.That(rate, Is.GreaterThanOrEqualTo(1_000));
    }
}
