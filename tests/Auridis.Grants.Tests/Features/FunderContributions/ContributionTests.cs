using System.Net;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.FunderContributions;

public sealed class ContributionTests(DatabaseKind kind) : ApiTests(kind)
{
    [Test]
    public async Task A_contribution_counts_once_a_second_person_has_confirmed_it()
    {
        var award = await SeededAward.Insert(app.Db);

        var proposed = await app.Proposed(award.ProgrammeId, "60000.00");
        var before = await Funds(award);
        (await app.Confirm(proposed, "finance-1")).Refused(403, "four-eyes");
        var confirmed = (await app.Confirm(proposed)).Succeeded();
        await app.Contributed(award.ProgrammeId, "10000.00", "returned");
        var after = await Funds(award);

        Assert.That((proposed.Status, proposed.Location, proposed["reference"], confirmed["status"]), Is.EqualTo(
            (HttpStatusCode.Created, "/contributions/" + proposed["id"], award.Reference + "-F01", "confirmed")));
        Assert.That((before["received.amount"], after["received.amount"], after["returned.amount"], after["free.amount"]),
            Is.EqualTo(("0.00", "60000.00", "10000.00", "50000.00")));
        Assert.That((await Funds(award, "?asOf=2018-08-31"))["received.amount"], Is.EqualTo("0.00"), "by the day of the bank's booking");
        var listed = (await app.As("funder-1").Get($"/programmes/{award.ProgrammeId}/contributions")).Succeeded();
        Assert.That(listed.Json.GetProperty("items").GetArrayLength(), Is.EqualTo(2));
        var entries = (await app.As("auditor-1").Get($"/ledger/entries?programmeId={award.ProgrammeId}")).Succeeded()
            .Json.GetProperty("items").EnumerateArray().ToList();
        Assert.That(entries.Select(entry => (entry.GetProperty("event").GetString(), entry.GetProperty("postedOn").GetString())),
            Is.EqualTo(new[] { ("contribution", "2018-09-01"), ("contribution-return", "2018-09-01") }));
        Assert.That(await Balance(award, "1800"), Is.EqualTo(-50_000_00));
    }

    [Test]
    public async Task What_cannot_be_is_refused_and_changes_nothing()
    {
        var award = await SeededAward.Insert(app.Db);
        var path = $"/programmes/{award.ProgrammeId}/contributions";
        var finance = app.As("finance-1");
        var today = (await app.As("finance-1").Get("/clock")).Succeeded()["today"];
        var tomorrow = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture).AddDays(1)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        (await finance.Post(path, ContributionSteps.Booking("1.00", bookedOn: tomorrow), key: Payments.Key))
            .Refused(400, "validation-failed");
        (await finance.Post(path, ContributionSteps.Booking("0.00"), key: Payments.Key)).Refused(400, "validation-failed");
        (await finance.Post(path, ContributionSteps.Booking("1.00", "lent"), key: Payments.Key)).Refused(400, "validation-failed");
        (await finance.Post($"/programmes/{Guid.Empty}/contributions", ContributionSteps.Booking("1.00"), key: Payments.Key))
            .Refused(404, "not-found");
        var draft = (await app.As("caseworker-1").Post(
            "/programmes", new CreateProgramme.Request("FUNDS-DRAFT", Sample.Terms))).Succeeded();
        (await finance.Post(draft.Location + "/contributions", ContributionSteps.Booking("1.00"), key: Payments.Key))
            .Refused(409, "wrong-state");

        (await finance.Post(path, ContributionSteps.Booking("1.00", bankReference: "B-1"), key: Payments.Key)).Succeeded();
        (await finance.Post(path, ContributionSteps.Booking("2.00", bankReference: "B-1"), key: Payments.Key))
            .Refused(409, "contribution-known");
        foreach (var same in (string[])["B-1 ", " B-1"])
        {
            var refused = (await finance.Post(path, ContributionSteps.Booking("2.00", bankReference: same), key: Payments.Key))
                .Refused(400, "validation-failed");
            Assert.That(refused.Json.GetProperty("errors").TryGetProperty("/bankReference", out _), Is.True);
        }
        var listed = (await finance.Get(path)).Succeeded().Json.GetProperty("items");
        Assert.That(listed.GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_booking_that_was_refused_can_be_recorded_again()
    {
        var award = await SeededAward.Insert(app.Db);
        var path = $"/programmes/{award.ProgrammeId}/contributions";
        var wrong = (await app.As("finance-1").Post(path, ContributionSteps.Booking("1.00", bankReference: "B-2"), key: Payments.Key))
            .Succeeded();

        var refused = (await app.As("finance-1").Post(
            $"/contributions/{wrong["id"]}/refuse", new { reason = "Of another amount." }, wrong.ETag)).Succeeded();
        var again = (await app.As("finance-1").Post(path, ContributionSteps.Booking("10.00", bankReference: "B-2"), key: Payments.Key))
            .Succeeded();

        Assert.That((refused["status"], refused["refusalReason"], again["reference"]),
            Is.EqualTo(("refused", "Of another amount.", award.Reference + "-F02")));
    }

    [Test]
    public async Task No_more_is_released_than_the_funder_has_paid_and_sites_have_paid_back()
    {
        var award = await SeededAward.Insert(app.Db);
        await app.Contributed(award.ProgrammeId, "1500.00");
        await app.Released(award, "1000.00");
        var second = await app.Approved(award, "500.01");

        var refused = (await app.Step("finance-2", second, "release")).Refused(409, "funder-funds-exceeded");
        Assert.That((refused["funds.amount"], refused["released.amount"]), Is.EqualTo(("1500.00", "1500.01")));
        await app.Contributed(award.ProgrammeId, "0.01");
        (await app.Step("finance-2", second, "release")).Succeeded();

        var funds = await Funds(award);
        Assert.That((funds["released.amount"], funds["paid.amount"], funds["free.amount"]), Is.EqualTo(("1500.01", "0.00", "0.00")));
    }

    [Test]
    public async Task What_the_bank_returns_is_free_again()
    {
        var award = await SeededAward.Insert(app.Db);
        await app.Contributed(award.ProgrammeId, "1000.00");
        var settled = await app.Settled(award, "1000.00");
        var next = await app.Approved(award, "1000.00");
        (await app.Step("finance-2", next, "release")).Refused(409, "funder-funds-exceeded");

        await app.Return(settled, settled["bookedOn"]);
        (await app.Step("finance-2", next, "release")).Succeeded();

        var funds = await Funds(award);
        Assert.That((funds["released.amount"], funds["paid.amount"], funds["free.amount"]), Is.EqualTo(("1000.00", "0.00", "0.00")));
        var site = funds.Json.GetProperty("sites")[0];
        Assert.That((site.GetProperty("awardReference").GetString(), site.GetProperty("released").GetProperty("amount").GetString()),
            Is.EqualTo((award.Reference, "1000.00")));
    }

    [Test]
    public async Task Terms_can_say_that_a_payment_beyond_the_funds_is_released_and_noted()
    {
        var award = await SeededAward.Insert(app.Db);
        await app.Db.Write<int>(Author.System(TimeProvider.System), async tx => await tx.Execute(
            "update Programme set Terms = @Terms where Id = @ProgrammeId",
            new { Terms = StoredJson.Of(Sample.Terms with { FunderFunds = FunderFunds.Warn }), award.ProgrammeId }),
            CancellationToken.None);
        await app.Contributed(award.ProgrammeId, "400.00");

        await app.Released(award, "1000.00");

        var noted = (await app.As("auditor-1").Get($"/audit-events?resourceId={award.ProgrammeId}")).Succeeded()
            .Json.GetProperty("items").EnumerateArray()
            .Count(item => item.GetProperty("action").GetString() == "programme.funds-exceeded");
        Assert.That((noted, (await Funds(award))["free.amount"]), Is.EqualTo((1, "-600.00")));
    }

    [Test]
    public async Task Releases_at_once_never_exceed_the_funders_money()
    {
        List<SeededAward> awards = [await SeededAward.Insert(app.Db)];
        await app.Contributed(awards[0].ProgrammeId, "5500.00");
        List<Answer> approved = [];
        for (var i = 0; i < 10; i++)
            approved.Add(await app.Approved(awards[0], "1000.00"));

        // Each at the version that it has, while more money comes in and some goes back.
        var releasing = approved.Select(payment => app.Step("finance-2", payment, "release")).ToList();
        var more = await app.Proposed(awards[0].ProgrammeId, "1000.00");
        var confirming = new[] { "finance-2", "finance-3" }.Select(person => app.Confirm(more, person)).ToList();
        var released = await Task.WhenAll(releasing);
        var confirmed = await Task.WhenAll(confirming);

        Assert.That(released.Select(answer => answer.Code), Is.All.AnyOf(null, "funder-funds-exceeded"));
        Assert.That(released.Count(answer => answer.Code is null), Is.InRange(5, 6));
        Assert.That(confirmed.Count(answer => answer.Code is null), Is.EqualTo(1));
        var funds = await Funds(awards[0]);
        Assert.That((funds["received.amount"], decimal.Parse(funds["free.amount"], System.Globalization.CultureInfo.InvariantCulture)),
            Is.EqualTo(("6500.00", 6500m - 1000m * released.Count(answer => answer.Code is null))));
    }

    [Test]
    public async Task A_funder_reads_its_own_programmes_only()
    {
        var award = await SeededAward.Insert(app.Db);
        var contribution = await app.Contributed(award.ProgrammeId, "1.00");
        var other = app.WithClaims("""{"sub":"funder-2","name":"Funder 2","funder":"Another foundation"}""", "funder");
        var nameless = app.WithClaims("""{"sub":"funder-3","name":"Funder 3"}""", "funder");

        (await app.As("funder-1").Get($"/programmes/{award.ProgrammeId}/funds")).Succeeded();
        foreach (var funder in new[] { other, nameless })
        {
            (await funder.Get($"/programmes/{award.ProgrammeId}/funds")).Refused(404, "not-found");
            (await funder.Get($"/programmes/{award.ProgrammeId}/contributions")).Refused(404, "not-found");
            (await funder.Get("/contributions/" + contribution["id"])).Refused(404, "not-found");
        }
    }

    async Task<Answer> Funds(SeededAward award, string query = "") =>
        (await app.As("funder-1").Get($"/programmes/{award.ProgrammeId}/funds{query}")).Succeeded();

    Task<long> Balance(SeededAward award, string account) => app.Db.Read(session => session.One<long>("""
        select coalesce(sum(case when p.DebitAccount = @account then p.AmountCents when p.CreditAccount = @account then -p.AmountCents
            else 0 end), 0)
        from Posting p join JournalEntry e on e.Seq = p.EntrySeq where e.ProgrammeId = @ProgrammeId
        """, new { award.ProgrammeId, account }), CancellationToken.None);
}
