namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>Many requests and steps at once: award and ledger stay right.</summary>
public sealed class PaymentRaceTests(DatabaseKind kind) : PaymentFixture(kind)
{
    [Test]
    public async Task A_hundred_requests_at_once_never_exceed_the_award()
    {
        var award = await SeededAward.Insert(app.Db);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Request(award, "1999.99")));

        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code),
            Has.Exactly(50).Items.And.All.EqualTo("award-exceeded"));
        Assert.That(answers.Where(answer => answer.Code is null).Select(answer => answer["reference"]).Order(StringComparer.Ordinal),
            Is.EqualTo(Enumerable.Range(1, 50).Select(number => FormattableString.Invariant($"{award.Reference}-P{number:00}"))));
        Assert.That(await award.Funds(app), Is.EqualTo((50 * 1_999_99, 0, 100_000_00)));
    }

    [Test]
    public async Task Requests_approvals_and_rejections_at_once_never_exceed_the_award()
    {
        var award = await SeededAward.Insert(app.Db);
        var first = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.Requested(award, "5000.00")));

        // Each payment meets two approvals and a rejection while new requests wait for money that becomes free.
        var answers = await Task.WhenAll(first.SelectMany(payment => new[]
        {
            Persist(key => app.Step("finance-1", payment, "approve", Payments.Right, key)),
            Persist(key => app.Step("finance-2", payment, "approve", Payments.Right, key)),
            Persist(key => app.Step("finance-3", payment, "reject", new { reason = "Not needed" }, key)),
        }).Concat(Enumerable.Range(0, 40).Select(_ => Request(award, "5000.00"))));

        // Of the three on one payment, one wins; the others saw an older version.
        Assert.That(first.Select((_, i) => answers[(i * 3)..(i * 3 + 3)].Count(answer => answer.Code is null)), Is.All.EqualTo(1));
        Assert.That(answers.Select(answer => answer.Code), Is.All.AnyOf(null, "stale-version", "award-exceeded"));
        await award.Funds(app);
    }

    [Test]
    public async Task Settlements_returns_and_requests_at_once_keep_award_and_ledger_right()
    {
        for (var round = 0; round < 3; round++)
        {
            var award = await SeededAward.Insert(app.Db);
            var settling = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Recorded(award)));
            var returning = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
            {
                var settled = await app.Settled(award, "10000.00");
                return (await app.Step("treasury-1", settled, "return", Payments.Returned("2018-10-01"))).Succeeded();
            }));

            // Each payment meets two people who confirm at once, while new requests wait for what comes back.
            var confirming = settling.Select(payment => (payment, Step: "confirm-settlement"))
                .Concat(returning.Select(payment => (payment, Step: "confirm-return")))
                .SelectMany(each => new[] { "treasury-2", "treasury-3" }
                    .Select(person => Persist(key => app.Step(person, each.payment, each.Step, key: key)))).ToList();
            var requesting = Enumerable.Range(0, 12).Select(_ => Request(award, "10000.00")).ToList();
            var confirmed = await Task.WhenAll(confirming);
            var requested = await Task.WhenAll(requesting);

            Assert.That(confirmed.Chunk(2).Select(pair => pair.Count(answer => answer.Code is null)), Is.All.EqualTo(1));
            Assert.That(confirmed.Select(answer => answer.Code), Is.All.AnyOf(null, "stale-version"));
            Assert.That(requested.Select(answer => answer.Code), Is.All.AnyOf(null, "award-exceeded"));
            Assert.That(requested.Count(answer => answer.Code is null), Is.InRange(3, 6));
            Assert.That((await award.Funds(app)).Paid, Is.EqualTo(40_000_00));
            await TheLedgerIsRight(award, paidCents: 40_000_00);
        }
    }

    [Test]
    public async Task A_settlement_is_confirmed_or_its_award_asked_for_more_and_never_both_beyond_the_amount()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 10_000_00);
        var recorded = await Recorded(award);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? Request(award, "0.01")
            : Persist(key => app.Step("treasury-2", recorded, "confirm-settlement", key: key))));

        Assert.That(answers.Where((_, i) => i % 2 == 0).Select(answer => answer.Code), Is.All.EqualTo("award-exceeded"));
        Assert.That(answers.Where((_, i) => i % 2 == 1).Count(answer => answer.Code is null), Is.EqualTo(1));
        Assert.That(await award.Funds(app), Is.EqualTo((10_000_00, 10_000_00, 10_000_00)));
        await TheLedgerIsRight(award, paidCents: 10_000_00);
    }

    [Test]
    public async Task One_person_does_not_approve_and_release_however_fast()
    {
        var award = await SeededAward.Insert(app.Db);
        var requested = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Requested(award)));

        // The release already names the version that the approval of the same person will make.
        var answers = await Task.WhenAll(requested.SelectMany(payment => new[]
        {
            Persist(key => app.Step("finance-1", payment, "approve", Payments.Right, key)),
            Persist(key => app.As("finance-1").Post($"/disbursements/{payment["id"]}/release", ifMatch: "\"2\"", key: key)),
        }));

        Assert.That(answers.Where((_, i) => i % 2 == 0).Select(answer => answer.Code), Is.All.Null);
        Assert.That(answers.Where((_, i) => i % 2 == 1).Select(answer => answer.Code), Is.All.AnyOf("four-eyes", "stale-version"));
        await TheLedgerIsRight(award, paidCents: 0);
    }

    async Task<Answer> Recorded(SeededAward award) =>
        (await app.Step("treasury-1", await app.Released(award, "10000.00"), "settle",
            new { bookedOn = "2018-10-01", bankReference = "KTO-1" })).Succeeded();

    /// <summary>The trial balance balances, no number is missing, and the award's own entries say what its payments say.</summary>
    async Task TheLedgerIsRight(SeededAward award, long paidCents)
    {
        var balance = (await app.As("auditor-1").Get("/ledger/trial-balance")).Succeeded();
        var numbers = await app.Db.Read(session => session.All<Numbers>(
            "select count(*) as Entries, min(Number) as First, max(Number) as Last from JournalEntry group by FiscalYear"),
            CancellationToken.None);
        var sequence = await app.Db.Read(session => session.One<Numbers>(
            "select count(*) as Entries, coalesce(min(Seq), 1) as First, coalesce(max(Seq), 0) as Last from JournalEntry"),
            CancellationToken.None);
        await Assert.MultipleAsync(async () =>
        {
            Assert.That((balance["books.debit.amount"], balance["memo.debit.amount"]),
                Is.EqualTo((balance["books.credit.amount"], balance["memo.credit.amount"])));
            Assert.That(numbers.Append(sequence), Is.All.Matches<Numbers>(year => year is { First: 1 } && year.Last == year.Entries));
            Assert.That((await app.Balance(award.Id, "1200"), await app.Balance(award.Id, "1360"), await app.Balance(award.Id, "4000")),
                Is.EqualTo((-paidCents, 0L, paidCents)));
            Assert.That(await app.Balance(award.Id, "9000"), Is.EqualTo(-paidCents),
                "the promise, which no test posted, is kept by what was paid");
        });
    }

    sealed class Numbers
    {
        public required long Entries { get; init; }
        public required long First { get; init; }
        public required long Last { get; init; }
    }
}
