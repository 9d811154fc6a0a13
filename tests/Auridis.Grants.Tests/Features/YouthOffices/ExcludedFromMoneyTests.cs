namespace Auridis.Grants.Tests.Features.YouthOffices;

/// <summary>Of accounts, payments, reports and what is paid back.</summary>
public sealed class ExcludedFromMoneyTests(DatabaseKind kind) : ExcludedPersonsFixture(kind)
{
    [Test]
    public async Task Of_a_bank_account()
    {
        var award = await SeededAward.Insert(app.Db);
        var office = (await app.As("auditor-1").Get("/youth-offices?ags=" + award.Ags)).Succeeded().Json.GetProperty("items")[0];
        var added = (await app.As(award.Applicant).Post($"/youth-offices/{office.GetProperty("id").GetString()}/bank-accounts",
            new { iban = "NL91ABNA0417164300", holder = "Stadtkasse" })).Succeeded();

        await Excluded(award.Ags, Role.Finance, person => person.Post(added.Location + "/verify", ifMatch: added.ETag));
        await Excluded(award.Ags, Role.Finance, person => person.Post(added.Location + "/verify", ifMatch: "\"9\""));
        (await Elsewhere(award.Ags, Role.Finance).Post(added.Location + "/verify", ifMatch: added.ETag)).Succeeded();
    }

    [Test]
    public async Task Of_a_payment()
    {
        var award = await SeededAward.Insert(app.Db);
        var requested = await app.Requested(award);
        var reason = new { reason = "Wrong period" };
        await Excluded(award.Ags, Role.Finance, person => Step(person, requested, "reject", reason));
        await Excluded(award.Ags, Role.Finance, person => Step(person, requested, "approve", Payments.Right));
        var approved = (await Step(Elsewhere(award.Ags, Role.Finance), requested, "approve", Payments.Right)).Succeeded();
        await Excluded(award.Ags, Role.Finance, person => Step(person, requested, "approve", Payments.Right));
        await Excluded(award.Ags, Role.Finance, person => Step(person, approved, "release"));
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();

        await Excluded(award.Ags, Role.Treasury, person => Step(person, released, "stop", reason));
        released = (await app.Step("treasury-1", released, "stop", reason)).Succeeded();
        await Excluded(award.Ags, Role.Treasury, person => Step(person, released, "confirm-stop"));
        await Excluded(award.Ags, Role.Treasury, person => Step(person, released, "withdraw-record", reason));

        var booking = new { bookedOn = released["releasedOn"], bankReference = "KTO-1" };
        await Excluded(award.Ags, Role.Treasury, person => Step(person, released, "settle", booking));
        var recorded = (await app.Step("treasury-1", released, "settle", booking)).Succeeded();
        await Excluded(award.Ags, Role.Treasury, person => Step(person, recorded, "confirm-settlement"));
        var settled = (await app.Step("treasury-2", recorded, "confirm-settlement")).Succeeded();

        var returning = Payments.Returned(settled["bookedOn"]);
        await Excluded(award.Ags, Role.Treasury, person => Step(person, settled, "return", returning));
        var returned = (await app.Step("treasury-1", settled, "return", returning)).Succeeded();
        await Excluded(award.Ags, Role.Treasury, person => Step(person, returned, "confirm-return"));
        (await app.Step("treasury-2", returned, "confirm-return")).Succeeded();
    }

    /// <summary>What a person has declared in the programme excludes them as the claim does.</summary>
    [Test]
    public async Task Of_a_payment_to_an_office_that_a_person_has_declared_a_conflict_on()
    {
        var award = await SeededAward.Insert(app.Db);
        var (finance, treasury) = await Declared(award);
        var reason = new { reason = "Wrong period" };
        var requested = await app.Requested(award);
        await Excluded(award.Ags, person => Step(person, requested, "reject", reason), finance);
        await Excluded(award.Ags, person => Step(person, requested, "approve", Payments.Right), finance);
        var approved = (await Step(app.As("finance-1"), requested, "approve", Payments.Right)).Succeeded();
        await Excluded(award.Ags, person => Step(person, approved, "release"), finance);
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();

        await Excluded(award.Ags, person => Step(person, released, "stop", reason), treasury);
        await Excluded(award.Ags, person => Step(person, released, "withdraw-record", reason), treasury);
        var booking = new { bookedOn = released["releasedOn"], bankReference = "KTO-1" };
        await Excluded(award.Ags, person => Step(person, released, "settle", booking), treasury);
        var recorded = (await app.Step("treasury-1", released, "settle", booking)).Succeeded();
        await Excluded(award.Ags, person => Step(person, recorded, "confirm-settlement"), treasury);
        var settled = (await app.Step("treasury-2", recorded, "confirm-settlement")).Succeeded();
        var returning = Payments.Returned(settled["bookedOn"]);
        await Excluded(award.Ags, person => Step(person, settled, "return", returning), treasury);
        var returned = (await app.Step("treasury-1", settled, "return", returning)).Succeeded();
        await Excluded(award.Ags, person => Step(person, returned, "confirm-return"), treasury);

        // In another programme they have declared nothing.
        var other = await SeededAward.Insert(app.Db);
        (await Step(finance, await app.Requested(other), "approve", Payments.Right)).Succeeded();
    }

    [Test]
    public async Task Of_a_batch_and_of_what_the_bank_rejects()
    {
        var award = await SeededAward.Insert(app.Db);
        var reason = new { reason = "Wrong period" };
        var released = await app.Released(award);
        var declared = (await Declared(award)).Treasury;
        var made = new { executionOn = app.Today(), disbursementIds = new[] { released["id"] } };
        async Task Barred(Func<GrantsClient, Task<Answer>> step)
        {
            await Excluded(award.Ags, Role.Treasury, step);
            await Excluded(award.Ags, step, declared);
        }

        await Barred(person => person.Post("/payment-batches", made, key: Payments.Key));
        (await declared.Post("/payment-batches", new { executionOn = app.Today() }, key: Payments.Key)).Refused(409, "nothing-to-pay");
        var open = await app.Batched(released);
        await Barred(person => person.OnBatch(open, "sign"));
        await Barred(person => person.OnBatch(open, "void", reason));
        Assert.That(await Waits(declared, "batch-to-sign"), Is.False);
        Assert.That(await Waits(app.As("treasury-2"), "batch-to-sign"), Is.True);
        var first = (await Elsewhere(award.Ags, Role.Treasury).OnBatch(open, "sign")).Succeeded();
        await Barred(person => person.OnBatch(first, "sign"));
        var signed = (await app.OnBatch("treasury-2", first, "sign")).Succeeded();
        await Barred(person => person.OnBatch(signed, "hand-over"));
        Assert.That(await Waits(declared, "batch-to-hand-over"), Is.False);
        // In another programme they have declared the same: that excludes from nothing here.
        var other = await SeededAward.Insert(app.Db);
        await app.Person("declared-elsewhere", [Role.Decider]).Declares($"/programmes/{other.ProgrammeId}", award.Ags);
        var elsewhere = app.Person("declared-elsewhere", [Role.Treasury]);
        Assert.That(await Waits(elsewhere, "batch-to-hand-over"), Is.True);
        (await elsewhere.OnBatch(signed, "hand-over")).Succeeded();

        var instructed = await app.Again(released);
        var rejection = Batches.Rejected(instructed["instructedOn"]);
        await Excluded(award.Ags, Role.Treasury, person => Step(person, instructed, "bank-rejection", rejection));
        var recorded = (await app.Step("treasury-1", instructed, "bank-rejection", rejection)).Succeeded();
        await Excluded(award.Ags, Role.Treasury, person => Step(person, recorded, "withdraw-record", reason));
        await Excluded(award.Ags, Role.Treasury, person => Step(person, recorded, "confirm-bank-rejection"));
        (await app.Step("treasury-2", recorded, "confirm-bank-rejection")).Succeeded();

        async Task<bool> Waits(GrantsClient person, string kind) => (await person.Get("/tasks?limit=200&kind=" + kind)).Succeeded()
            .Json.GetProperty("items").EnumerateArray()
            .Any(task => task.GetProperty("resource").GetString() == $"/payment-batches/{open["id"]}");
    }

    [Test]
    public async Task Of_a_report_and_of_what_is_paid_back()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 100_00);
        var office = app.As(award.Applicant);
        var (finance, treasury) = await Declared(award);
        var nothing = new { amount = "0.00", currency = "EUR" };
        var written = (await office.Put(
            award.Report, new { narrative = "We met.", ownFunds = nothing, thirdPartyIncome = nothing }, "\"1\"")).Succeeded();
        var submitted = (await office.Post(award.Report + "/submit", new { expenditure = nothing }, written.ETag)).Succeeded();

        Task<Answer> Examine(GrantsClient person, Answer report) => person.Post(award.Report + "/examine", ifMatch: report.ETag);
        await Excluded(award.Ags, Role.Finance, person => Examine(person, submitted));
        await Excluded(award.Ags, person => Examine(person, submitted), finance);
        var examined = (await Examine(app.As("finance-1"), submitted)).Succeeded();
        await Excluded(award.Ags, Role.Finance, person => Examine(person, examined));
        await Excluded(award.Ags, person => Examine(person, examined), finance);
        var findings = new { findings = Array.Empty<object>() };
        var claimed = new { amount = "100.00", currency = "EUR" };
        var heard = new { sentOn = app.Today(), replyBy = app.Today().AddDays(14), draftClaim = claimed };
        // The examiner has gone to work for the office, or has declared a conflict since.
        var examiner = app.Person("finance-1", [Role.Finance, Role.Decider]);
        await examiner.Declares($"/programmes/{award.ProgrammeId}", award.Ags);
        foreach (var person in new[] { app.Person("finance-1", [Role.Finance], award.Ags), examiner })
        {
            await Excluded(award.Ags, one => one.Post(award.Report + "/findings", findings, examined.ETag), person);
            await Excluded(award.Ags, one => one.Post(award.Report + "/hearing", heard, examined.ETag), person);
        }
        await examiner.Declares($"/programmes/{award.ProgrammeId}");
        var found = (await app.As("finance-1").Post(award.Report + "/findings", findings, examined.ETag)).Succeeded();
        Task<Answer> Accept(GrantsClient person) => person.Post(award.Report + "/accept", ifMatch: found.ETag, key: Payments.Key);
        await Excluded(award.Ags, Role.Finance, Accept);
        await Excluded(award.Ags, Accept, finance);
        (await Accept(app.As("finance-2"))).Succeeded();

        var claims = (await app.As("finance-1").Get("/repayment-claims?awardId=" + award.Id)).Succeeded().Json.GetProperty("items");
        var receipts = $"/repayment-claims/{claims[0].GetProperty("id").GetString()}/receipts";
        var money = new { amount = claimed, receivedOn = "2021-03-01", bankReference = "B-1" };
        Task<Answer> Record(GrantsClient person) => person.Post(receipts, money, key: Payments.Key);
        await Excluded(award.Ags, Role.Treasury, Record);
        await Excluded(award.Ags, Record, treasury);
        (await Record(app.As("treasury-1"))).Succeeded();
        await Excluded(award.Ags, Role.Treasury, Record);
    }

    /// <summary>Two persons who have declared a conflict of interest on the office of an award, in its programme.</summary>
    async Task<(GrantsClient Finance, GrantsClient Treasury)> Declared(SeededAward award)
    {
        foreach (var person in new[] { "declared", "declared-too" })
            await app.Person(person, [Role.Decider]).Declares($"/programmes/{award.ProgrammeId}", award.Ags);
        return (app.Person("declared", [Role.Finance]), app.Person("declared-too", [Role.Treasury]));
    }

    static Task<Answer> Step(GrantsClient person, Answer payment, string step, object? body = null) =>
        person.Post($"/disbursements/{payment["id"]}/{step}", body, payment.ETag, Payments.Key);
}
