namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>Many steps on batches and their payments at once: each payment is in one batch, and is paid once.</summary>
public sealed class PaymentBatchRaceTests(DatabaseKind kind) : PaymentFixture(kind)
{
    static readonly object Why = new { reason = "Not today" };

    [Test]
    public async Task Of_batches_that_are_made_at_once_each_payment_is_in_one()
    {
        // What other tests have released waits for no batch.
        await app.As("treasury-1").Post("/payment-batches", new { executionOn = "2018-10-01" }, key: Payments.Key);
        var award = await SeededAward.Insert(app.Db);
        var released = await All(12, _ => app.Released(award, "10.00"));

        // Five that overlap, and two of whatever is left.
        var answers = await Task.WhenAll(Enumerable.Range(0, 5)
            .Select(i => Persist(key => app.Collect(released.Skip(2 * i).Take(4), $"treasury-{1 + i % 3}", key)))
            .Concat(Enumerable.Range(0, 2).Select(_ => Persist(key =>
                app.As("treasury-1").Post("/payment-batches", new { executionOn = "2018-10-01" }, key: key)))));

        Assert.That(answers.Select(answer => answer.Code), Is.All.AnyOf(null, "in-another-batch", "nothing-to-pay"));
        var made = answers.Where(answer => answer.Code is null).ToList();
        var inBatches = new List<string>();
        foreach (var batch in made)
        {
            var payments = await app.PaymentsOf(batch);
            Assert.That((batch["paymentCount"], batch["sum.amount"]), Is.EqualTo(($"{payments.Count}", $"{payments.Count * 10}.00")));
            inBatches.AddRange(payments);
        }
        Assert.That(inBatches, Is.Unique.And.EquivalentTo(released.Select(payment => payment["id"])));
        Assert.That(made.Select(batch => batch["reference"]), Is.Unique);
        var numbers = await app.Db.Read(session => session.All<int>("select Number from PaymentBatch where FiscalYear = 2018"),
            CancellationToken.None);
        Assert.That(numbers, Is.EquivalentTo(Enumerable.Range(1, numbers.Count)), "none is missing");
        foreach (var payment in released)
            Assert.That((await app.Again(payment)).ETag, Is.EqualTo("\"4\""), "changed once");
        foreach (var batch in made)
            (await app.OnBatch("treasury-1", batch, "void", Why)).Succeeded();
    }

    [TestCase("sign")]
    [TestCase("hand-over")]
    public async Task A_batch_is_voided_or_goes_on_and_never_both(string step)
    {
        var award = await SeededAward.Insert(app.Db);
        var batches = await All(6, async _ =>
        {
            var payments = new[] { await app.Released(award, "1.00"), await app.Released(award, "1.00") };
            return step == "sign" ? (await app.OnBatch("treasury-1", await app.Batched(payments), "sign")).Succeeded()
                : await app.Signed(payments);
        });

        var answers = await Task.WhenAll(batches.SelectMany(batch => new[]
        {
            Persist(key => app.OnBatch("treasury-3", batch, step, key: key)),
            Persist(key => app.OnBatch("treasury-2", batch, "void", Why, key)),
        }));

        for (var i = 0; i < batches.Count; i++)
        {
            var (goesOn, voided) = (answers[2 * i], answers[2 * i + 1]);
            Assert.That(new[] { goesOn.Code, voided.Code }, Is.EquivalentTo(new[] { null, "stale-version" }));
            var winner = goesOn.Code is null ? goesOn : voided;
            Assert.That((await app.BatchAgain(batches[i])).Text, Is.EqualTo(winner.Text));
            foreach (var id in await app.PaymentsOf(batches[i]))
            {
                var payment = (await app.As("auditor-1").Get($"/disbursements/{id}")).Succeeded();
                Assert.That((payment["status"], payment["batchId"]), Is.EqualTo(
                    voided.Code is null ? ("released", "") : (step == "sign" ? "released" : "instructed", batches[i]["id"])));
            }
        }
        await award.Funds(app);
    }

    [Test]
    public async Task A_payment_is_to_be_stopped_or_in_a_batch_and_never_both()
    {
        var award = await SeededAward.Insert(app.Db);
        var released = await All(6, _ => app.Released(award, "1.00"));

        var answers = await Task.WhenAll(released.SelectMany(payment => new[]
        {
            Persist(key => app.Step("treasury-1", payment, "stop", Why, key)),
            Persist(key => app.Collect([payment], "treasury-2", key)),
        }));

        for (var i = 0; i < released.Count; i++)
        {
            var (stopped, batched) = (answers[2 * i].Code, answers[2 * i + 1].Code);
            Assert.That((stopped, batched), Is.AnyOf(((string?)null, "record-pending"), ("stale-version", (string?)null)));
        }
    }

    [Test]
    public async Task What_is_handed_over_is_stopped_by_nobody_however_fast()
    {
        var award = await SeededAward.Insert(app.Db);
        var payments = await All(4, _ => app.Released(award, "1.00"));
        var signed = await app.Signed([.. payments]);

        // The payment's version in the batch, and the one that the hand-over will make.
        var stops = payments.SelectMany(payment => new[] { "\"4\"", "\"5\"" }.Select(version => Persist(key =>
            app.As("treasury-2").Post($"/disbursements/{payment["id"]}/stop", Why, version, key)))).ToList();
        var handOver = Persist(key => app.OnBatch("treasury-3", signed, "hand-over", key: key));

        Assert.That((await Task.WhenAll(stops)).Select(answer => answer.Code), Is.All.AnyOf("in-batch", "stale-version", "wrong-state"));
        (await handOver).Succeeded();
        foreach (var payment in payments)
            Assert.That((await app.Again(payment))["status"], Is.EqualTo("instructed"));
        Assert.That(await award.Funds(app), Is.EqualTo((4_00, 0, 100_000_00)));
    }

    /// <summary>Settled, rejected and returned at once: who comes last closes the batch.</summary>
    [Test]
    public async Task The_last_answers_of_the_bank_close_a_batch_once()
    {
        for (var round = 0; round < 4; round++)
        {
            var awards = await All(2, _ => SeededAward.Insert(app.Db));
            var payments = await All(6, i => app.Released(awards[i % 2], "1.00"));
            var batch = await app.HandedOver([.. payments]);
            var recorded = await All(6, async i =>
            {
                var (step, body) = Answered(i);
                return (await app.Step("treasury-1", await app.Again(payments[i]), step, body)).Succeeded();
            });

            var answers = await Task.WhenAll(recorded.SelectMany((payment, i) => new[] { "treasury-2", "treasury-3" }.Select(person =>
                Persist(key => app.Step(person, payment, Confirm(i), key: key)))));

            Assert.That(answers.Chunk(2).Select(pair => pair.Count(answer => answer.Code is null)), Is.All.EqualTo(1));
            Assert.That((await app.BatchAgain(batch))["status"], Is.EqualTo("closed"));
            var closings = await app.Db.Read(session => session.One<int>(
                "select count(*) from AuditEvent where ResourceId = @Id and Action = 'payment-batch.closed'",
                new { Id = Guid.Parse(batch["id"]) }), CancellationToken.None);
            Assert.That(closings, Is.EqualTo(1));
            Assert.That((await awards[0].Funds(app)).Paid + (await awards[1].Funds(app)).Paid, Is.EqualTo(2_00));
        }
    }

    static (string Step, object Body) Answered(int payment) => (payment % 3) switch
    {
        0 => ("settle", new { bookedOn = "2018-10-01", bankReference = "KTO-1" }),
        1 => ("return", Payments.Returned("2018-10-01")),
        _ => ("bank-rejection", Batches.Rejected("2018-10-01")),
    };

    static string Confirm(int payment) => (payment % 3) switch
    {
        0 => "confirm-settlement",
        1 => "confirm-return",
        _ => "confirm-bank-rejection",
    };

    /// <summary>One after the other: what is to be at once comes later.</summary>
    static async Task<List<T>> All<T>(int count, Func<int, Task<T>> make)
    {
        List<T> all = [];
        for (var i = 0; i < count; i++)
            all.Add(await make(i));
        return all;
    }
}
