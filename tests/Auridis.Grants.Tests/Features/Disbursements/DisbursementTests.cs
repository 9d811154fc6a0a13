using System.Data.Common;
using System.Net;

namespace Auridis.Grants.Tests.Features.Disbursements;

public sealed class DisbursementTests(DatabaseKind kind) : ApiTests(kind)
{
    [Test]
    public async Task Money_goes_from_request_to_settlement_through_four_pairs_of_eyes()
    {
        var award = await AwardSeed.Insert(app);

        var requested = await app.Requested(award, "25000.00");
        Assert.That((requested.Status, requested["status"], requested["reference"]),
            Is.EqualTo((HttpStatusCode.Created, "requested", award.Number + "-P01")));
        var approved = (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();
        var recorded = (await app.Step("finance-3", released, "settle", new { bookedOn = "2018-10-01", bankReference = "KTO-1" }))
            .Succeeded();
        Assert.That((recorded["status"], recorded["bookedOn"]), Is.EqualTo(("released", "2018-10-01")));
        var settled = (await app.Step("finance-1", recorded, "confirm-settlement")).Succeeded();

        Assert.That((settled["status"], settled["useByOn"], settled.ETag), Is.EqualTo(("settled", "2018-12-01", "\"5\"")));
        Assert.That(await award.Funds(app), Is.EqualTo((25_000_00, 25_000_00, 100_000_00)));
        Assert.That(await EventsOf(award), Is.EqualTo("payable settlement commitment-use"));
    }

    [Test]
    public async Task What_comes_back_is_free_again_when_two_people_say_so()
    {
        var award = await AwardSeed.Insert(app);
        var settled = await app.Settled(award, "100000.00");

        (await app.Step("finance-1", settled, "return", Payments.Returned("2018-09-01"))).Refused(409, "booking-date-implausible");
        (await app.Step("finance-1", settled, "confirm-return")).Refused(409, "return-not-recorded");
        var recorded = (await app.Step("finance-1", settled, "return", Payments.Returned("2018-10-01"))).Succeeded();
        Assert.That((recorded["status"], recorded["returnedOn"], recorded["returnBankReference"]),
            Is.EqualTo(("settled", "2018-10-01", "KTO-2")));
        Assert.That(await award.Funds(app), Is.EqualTo((100_000_00, 100_000_00, 100_000_00)));
        Assert.That((await app.Step("finance-1", recorded, "confirm-return")).Refused(403, "four-eyes")["earlier"],
            Is.EqualTo("return-recorder"));
        (await app.Step("finance-2", settled, "confirm-return")).Refused(412, "stale-version");
        var returned = (await app.Step("finance-2", recorded, "confirm-return")).Succeeded();

        Assert.That((returned["status"], returned["reason"]), Is.EqualTo(("returned", "Account closed")));
        Assert.That(await award.Funds(app), Is.EqualTo((0, 0, 100_000_00)));
        Assert.That(await EventsOf(award), Is.EqualTo("payable settlement commitment-use return commitment-restore"));
        Assert.That((await app.Requested(award, "100000.00"))["reference"], Does.EndWith("-P02"));
        (await app.Step("finance-2", returned, "confirm-return")).Refused(409, "wrong-state");
    }

    [Test]
    public async Task What_the_bank_booked_stands_in_the_audit_trail()
    {
        var award = await AwardSeed.Insert(app);
        var recorded = (await app.Step("finance-1", await app.Settled(award), "return", Payments.Returned("2018-10-01"))).Succeeded();
        (await app.Step("finance-2", recorded, "confirm-return")).Succeeded();

        var details = await app.Db.Read(session => session.All<string>(
            "select Details from AuditEvent where ResourceId = @Id and Action in ('disbursement.settlement-recorded', 'disbursement.settled', 'disbursement.return-recorded', 'disbursement.returned') order by Seq",
            new { Id = Guid.Parse(recorded["id"]) }), CancellationToken.None);
        Assert.That(details, Has.Count.EqualTo(4));
        Assert.That(details.Take(2), Is.All.Contains("KTO-1"));
        Assert.That(details.Skip(2), Is.All.Contains("KTO-2"));
    }

    [Test]
    public async Task Not_more_is_unspent_than_was_paid()
    {
        var award = await AwardSeed.Insert(app);
        await app.Settled(award, "1000.00");
        object Request(string unspent) => new
        {
            amount = new { amount = "1.00", currency = "EUR" },
            purpose = "Personnel",
            unspent = new { amount = unspent, currency = "EUR" },
            bankAccountId = award.BankAccountId,
        };

        var refused = (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", Request("1000.01"), key: Payments.Key))
            .Refused(409, "unspent-exceeds-paid");
        Assert.That((refused["unspent.amount"], refused["paid.amount"]), Is.EqualTo(("1000.01", "1000.00")));
        (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", Request("1000.00"), key: Payments.Key)).Succeeded();
    }

    [Test]
    public async Task An_award_is_never_exceeded()
    {
        var award = await AwardSeed.Insert(app);
        await app.Requested(award, "60000.00");

        var answer = (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("40000.01"), key: Payments.Key))
            .Refused(409, "award-exceeded");
        Assert.That((answer["available.amount"], answer["requested.amount"]), Is.EqualTo(("40000.00", "40000.01")));
        await app.Requested(award, "40000.00");
    }

    [TestCase("reject")]
    [TestCase("cancel")]
    public async Task A_request_that_ends_frees_its_amount(string step)
    {
        var award = await AwardSeed.Insert(app);
        var requested = await app.Requested(award, "100000.00");

        var ended = await app.Step(step == "cancel" ? award.Applicant : "finance-1", requested, step,
            step == "cancel" ? null : new { reason = "Not needed yet" });

        Assert.That(ended.Succeeded()["status"], Is.EqualTo(step + (step == "cancel" ? "led" : "ed")));
        Assert.That(await award.Funds(app), Is.EqualTo((0, 0, 100_000_00)));
        (await app.Step("finance-1", ended, "approve", Payments.Right)).Refused(409, "wrong-state");
        (await app.Step("finance-1", ended, "reject", new { reason = "Again" })).Refused(409, "wrong-state");
    }

    [Test]
    public async Task An_approved_payment_can_be_rejected_and_a_released_one_cannot()
    {
        var award = await AwardSeed.Insert(app);
        var approved = await app.Approved(award);
        (await app.Step(award.Applicant, approved, "cancel")).Refused(409, "wrong-state");
        (await app.Step("finance-1", approved, "reject", new { reason = "Wrong period" })).Succeeded();

        (await app.Step("finance-1", await app.Released(award), "reject", new { reason = "Too late" })).Refused(409, "wrong-state");
    }

    [Test]
    public async Task Requester_approver_and_releaser_are_three_people()
    {
        var award = await AwardSeed.Insert(app);
        var requested = await app.Requested(award);
        var applicant = app.With(Tokens.Of(app, award.Applicant, "finance"));

        Assert.That((await Step(applicant, requested, "approve", Payments.Right)).Refused(403, "four-eyes")["earlier"],
            Is.EqualTo("requester"));
        var approved = (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
        Assert.That((await Step(applicant, approved, "release")).Refused(403, "four-eyes")["earlier"], Is.EqualTo("requester"));
        Assert.That((await app.Step("finance-1", approved, "release")).Refused(403, "four-eyes")["earlier"], Is.EqualTo("approver"));
        (await app.Step("finance-2", approved, "release")).Succeeded();
    }

    [TestCase("en", "You have already acted on this as approver; another person must do this step.")]
    [TestCase("de", "Sie haben hier schon gehandelt (Feststellung); diesen Schritt muss eine andere Person tun.")]
    public async Task Four_eyes_are_explained_in_the_language_of_the_caller_and_coded_in_none(string language, string detail)
    {
        var approved = await app.Approved(await AwardSeed.Insert(app));

        var refused = (await app.As("finance-1")
            .Post($"/disbursements/{approved["id"]}/release", ifMatch: approved.ETag, key: Payments.Key, language: language))
            .Refused(403, "four-eyes");

        Assert.That((refused["earlier"], refused["detail"]), Is.EqualTo(("approver", detail)));
    }

    [Test]
    public async Task A_subject_in_capitals_is_the_same_person()
    {
        var approved = await app.Approved(await AwardSeed.Insert(app));
        var same = app.With(Tokens.InCapitals(app, "finance-1"));

        var answer = await same.Post($"/disbursements/{approved["id"]}/release", ifMatch: approved.ETag, key: Payments.Key);

        Assert.That(answer.Refused(403, "four-eyes")["earlier"], Is.EqualTo("approver"));
    }

    [Test]
    public async Task The_database_itself_keeps_the_three_people_apart()
    {
        var approved = await app.Approved(await AwardSeed.Insert(app));

        foreach (var change in new[] { "ApprovedBy = RequestedBy", "ReleasedBy = RequestedBy", "ReleasedBy = ApprovedBy",
            "ReleasedBy = upper(ApprovedBy)", "SettlementRecordedBy = 'x', SettlementConfirmedBy = 'x'",
            "ReturnRecordedBy = 'x', ReturnConfirmedBy = 'x'" })
        {
            Assert.That(
                () => Execute($"update Disbursement set {change} where Id = @Id", new { Id = Guid.Parse(approved["id"]) }),
                Throws.InstanceOf<DbException>(), change);
        }
    }

    [Test]
    public async Task Who_records_a_settlement_does_not_confirm_it()
    {
        var award = await AwardSeed.Insert(app);
        var released = await app.Released(award);
        (await app.Step("finance-1", released, "confirm-settlement")).Refused(409, "settlement-not-recorded");
        (await app.Step("finance-1", released, "settle", new { bookedOn = "2018-10-02", bankReference = "KTO-1" }))
            .Refused(409, "booking-date-implausible");

        var recorded = (await app.Step("finance-1", released, "settle", new { bookedOn = "2018-10-01", bankReference = "KTO-1" }))
            .Succeeded();

        (await app.Step("finance-1", recorded, "confirm-settlement")).Refused(403, "four-eyes");
        (await app.Step("finance-2", released, "confirm-settlement")).Refused(412, "stale-version");
        Assert.That(await award.Funds(app), Is.EqualTo((1_000_00, 0, 100_000_00)));
    }

    [Test]
    public async Task A_payment_is_right_in_fact_and_in_figures_or_not_approved()
    {
        var requested = await app.Requested(await AwardSeed.Insert(app));

        (await app.Step("finance-1", requested, "approve", new { factuallyRight = true, arithmeticallyRight = false }))
            .Refused(400, "validation-failed");
    }

    [TestCase("offered")]
    [TestCase("accepted")]
    public async Task An_award_that_is_not_active_pays_nothing(string status)
    {
        var award = await AwardSeed.Insert(app, status: status);

        var answer = await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("1.00"), key: Payments.Key);

        Assert.That(answer.Refused(409, "award-not-active")["actual"], Is.EqualTo(status));
    }

    [Test]
    public async Task Money_goes_to_verified_accounts_of_the_office_only()
    {
        var award = await AwardSeed.Insert(app, ags: "05513000");
        var other = await AwardSeed.Insert(app, ags: "05515000");
        await Execute("update BankAccount set Status = 'unverified', VerifiedBy = null where Id = @BankAccountId",
            new { award.BankAccountId });
        var requests = $"/awards/{award.Id}/disbursements";

        (await app.As(award.Applicant).Post(requests, award.Request("1.00"), key: Payments.Key)).Refused(409, "bank-account-unverified");
        (await app.As(award.Applicant).Post(requests, other.Request("1.00"), key: Payments.Key)).Refused(409, "bank-account-unknown");
        Assert.That(await award.Funds(app), Is.EqualTo((0, 0, 100_000_00)));
    }

    [Test]
    public async Task Nothing_is_paid_while_a_report_is_overdue()
    {
        var award = await AwardSeed.Insert(app);
        var (requested, approved) = (await app.Requested(award), await app.Approved(award));
        await Report(award, "due", dueOn: new DateOnly(2018, 9, 30));

        Assert.That((await Request(award, "1.00")).Refused(409, "report-overdue")["dueOn"], Is.EqualTo("2018-09-30"));
        (await app.Step("finance-1", requested, "approve", Payments.Right)).Refused(409, "report-overdue");
        (await app.Step("finance-2", approved, "release")).Refused(409, "report-overdue");
        await Execute("update SpendingReport set DueOn = @Today where AwardId = @Id", new { award.Id, Today = new DateOnly(2018, 10, 1) });
        await app.Requested(award);
        (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
        (await app.Step("finance-2", approved, "release")).Succeeded();
    }

    [TestCase("submitted")]
    [TestCase("in-examination")]
    public async Task A_report_that_is_handed_in_pays_no_more_than_it_declares(string status)
    {
        var award = await AwardSeed.Insert(app);
        await app.Settled(award, "1000.00");
        await Report(award, status, expenditureCents: 1_500_00);

        var refused = (await Request(award, "500.01")).Refused(409, "beyond-reported-expenditure");
        Assert.That((refused["expenditure.amount"], refused["drawn.amount"]), Is.EqualTo(("1500.00", "1500.01")));
        await app.Requested(award, "500.00");
    }

    [Test]
    public async Task After_acceptance_a_site_gets_what_it_is_entitled_to_and_no_more()
    {
        var award = await AwardSeed.Insert(app);
        await app.Settled(award, "1000.00");
        await Report(award, "accepted", expenditureCents: 5_000_00, entitlementCents: 1_500_00);

        var refused = (await Request(award, "500.01")).Refused(409, "final-report-accepted");
        Assert.That((refused["entitlement.amount"], refused["available.amount"], refused["requested.amount"]),
            Is.EqualTo(("1500.00", "500.00", "500.01")));
        await app.Settled(award, "500.00");
        Assert.That((await Request(award, "0.01")).Refused(409, "final-report-accepted")["available.amount"], Is.EqualTo("0.00"));
        Assert.That(await award.Funds(app), Is.EqualTo((1_500_00, 1_500_00, 100_000_00)));
    }

    [Test]
    public async Task A_later_change_of_the_account_redirects_nothing()
    {
        var award = await AwardSeed.Insert(app, ags: "05911000");
        var requested = await app.Requested(award);
        await Execute("update BankAccount set Iban = 'DE02120300000000202051' where Id = @BankAccountId", new { award.BankAccountId });

        Assert.That((await app.As("finance-1").Get(requested.Location!)).Succeeded()["bankAccount.iban"], Is.EqualTo(AwardSeed.Iban));
    }

    [Test]
    public async Task Each_caller_sees_what_concerns_them()
    {
        var award = await AwardSeed.Insert(app, ags: "05913000");
        var requested = await app.Requested(award);

        (await app.As("applicant-05512000").Get(requested.Location!)).Refused(404, "not-found");
        (await app.As("applicant-05512000").Post($"/awards/{award.Id}/disbursements", award.Request("1.00"), key: Payments.Key))
            .Refused(404, "not-found");
        (await app.Step("applicant-05512000", requested, "cancel")).Refused(404, "not-found");
        Assert.That(Items(await app.As("applicant-05512000").Get($"/disbursements?awardId={award.Id}")), Is.Zero);
        Assert.That(Items(await app.As(award.Applicant).Get("/disbursements?status=requested")), Is.EqualTo(1));
        Assert.That(Items(await app.As("auditor-1").Get("/disbursements?officeAgs=05913000")), Is.EqualTo(1));
        Assert.That((await app.As("auditor-1").Get(requested.Location!)).Succeeded()["bankAccount.iban"], Does.Contain("*"));
        (await app.As("funder-1").Get(requested.Location!)).Refused(403, "forbidden");
        (await app.Step("caseworker-1", requested, "approve", Payments.Right)).Refused(403, "forbidden");
    }

    [Test]
    public async Task A_stale_lock_that_is_tried_again_pays_once()
    {
        var award = await AwardSeed.Insert(app);
        var requested = await app.Requested(award);
        var approved = (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
        var key = Payments.Key;

        (await app.Step("finance-2", requested, "release", key: key)).Refused(412, "stale-version");
        var first = (await app.Step("finance-2", approved, "release", key: key)).Succeeded();
        var again = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Step("finance-2", approved, "release", key: key)));

        Assert.That(again.Select(answer => answer.Succeeded().Text), Is.All.EqualTo(first.Text));
        Assert.That(await EventsOf(award), Is.EqualTo("payable"));
        (await app.As("finance-2").Post($"/disbursements/{approved["id"]}/release", ifMatch: approved.ETag))
            .Refused(400, "idempotency-key-missing");
    }

    [Test]
    public async Task A_request_that_is_sent_ten_times_with_one_key_is_one_request()
    {
        var award = await AwardSeed.Insert(app);
        var key = Payments.Key;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("1000.00"), key: key)));

        Assert.That(answers.Select(answer => answer.Succeeded()["id"]).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(1));
        Assert.That(await award.Funds(app), Is.EqualTo((1_000_00, 0, 100_000_00)));
    }

    [Test]
    public async Task A_hundred_requests_at_once_never_exceed_the_award()
    {
        var award = await AwardSeed.Insert(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Request(award, "1999.99")));

        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code),
            Has.Exactly(50).Items.And.All.EqualTo("award-exceeded"));
        Assert.That(answers.Where(answer => answer.Code is null).Select(answer => answer["reference"]).Order(StringComparer.Ordinal),
            Is.EqualTo(Enumerable.Range(1, 50).Select(number => FormattableString.Invariant($"{award.Number}-P{number:00}"))));
        Assert.That(await award.Funds(app), Is.EqualTo((50 * 1_999_99, 0, 100_000_00)));
    }

    [Test]
    public async Task Requests_approvals_and_rejections_at_once_never_exceed_the_award()
    {
        var award = await AwardSeed.Insert(app);
        var first = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.Requested(award, "5000.00")));

        // Each payment meets two approvals and a rejection while new requests wait for whatever comes free.
        var answers = await Task.WhenAll(first.SelectMany(payment => new[]
        {
            Persist(key => app.Step("finance-1", payment, "approve", Payments.Right, key)),
            Persist(key => app.Step("finance-2", payment, "approve", Payments.Right, key)),
            Persist(key => app.Step("finance-3", payment, "reject", new { reason = "Not needed" }, key)),
        }).Concat(Enumerable.Range(0, 40).Select(_ => Request(award, "5000.00"))));

        // Of the three on one payment, one wins; the others saw a version that is no more.
        Assert.That(first.Select((_, i) => answers[(i * 3)..(i * 3 + 3)].Count(answer => answer.Code is null)), Is.All.EqualTo(1));
        Assert.That(answers.Select(answer => answer.Code), Is.All.AnyOf(null, "stale-version", "award-exceeded"));
        await award.Funds(app);
    }

    [Test]
    public async Task Settlements_returns_and_requests_at_once_keep_award_and_ledger_right()
    {
        for (var round = 0; round < 3; round++)
        {
            var award = await AwardSeed.Insert(app);
            var settling = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Recorded(award)));
            var returning = await Task.WhenAll(
                Enumerable.Range(0, 3).Select(async _ =>
                (await app.Step("finance-1", await app.Settled(award, "10000.00"), "return", Payments.Returned("2018-10-01")))
                .Succeeded()));

            // Each payment meets two people who confirm at once, while new requests wait for what comes back.
            var confirming = settling.Select(payment => (payment, Step: "confirm-settlement"))
                .Concat(returning.Select(payment => (payment, Step: "confirm-return")))
                .SelectMany(each => new[] { "finance-2", "finance-3" }
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
        var award = await AwardSeed.Insert(app, amountCents: 10_000_00);
        var recorded = await Recorded(award);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? Request(award, "0.01")
            : Persist(key => app.Step("finance-2", recorded, "confirm-settlement", key: key))));

        Assert.That(answers.Where((_, i) => i % 2 == 0).Select(answer => answer.Code), Is.All.EqualTo("award-exceeded"));
        Assert.That(answers.Where((_, i) => i % 2 == 1).Count(answer => answer.Code is null), Is.EqualTo(1));
        Assert.That(await award.Funds(app), Is.EqualTo((10_000_00, 10_000_00, 10_000_00)));
        await TheLedgerIsRight(award, paidCents: 10_000_00);
    }

    [Test]
    public async Task One_person_does_not_approve_and_release_however_fast()
    {
        var award = await AwardSeed.Insert(app);
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

    async Task<Answer> Recorded(AwardSeed award) =>
        (await app.Step("finance-1", await app.Released(award, "10000.00"), "settle",
            new { bookedOn = "2018-10-01", bankReference = "KTO-1" })).Succeeded();

    /// <summary>The trial balance balances, no number is missing, and the award's own entries say what its payments say.</summary>
    async Task TheLedgerIsRight(AwardSeed award, long paidCents)
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

    Task<Answer> Request(AwardSeed award, string amount) =>
        Persist(key => app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request(amount), key: key));

    /// <summary>As a good client does: a server that is too busy is asked again, with the same key.</summary>
    static async Task<Answer> Persist(Func<string, Task<Answer>> send)
    {
        var key = Payments.Key;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await send(key);
            if (attempt == 10 || answer.Code is not ("busy" or "idempotency-key-in-progress" or "outcome-unknown"))
                return answer;
        }
    }

    /// <summary>A report as its whole way would leave it.</summary>
    Task Report(AwardSeed award, string status, DateOnly? dueOn = null, long expenditureCents = 0, long? entitlementCents = null) => Execute("""
        insert into SpendingReport (Id, Version, AwardId, OfficeAgs, Status, DueOn, ExpenditureCents, EntitlementCents, SubmittedBy, ExaminedBy, AcceptedBy)
        values (@Report, 1, @Id, @OfficeAgs, @status, @DueOn, @expenditureCents, @entitlementCents, 'submitter', 'examiner', case when @status = 'accepted' then 'acceptor' end)
        """, new
    {
        Report = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
        award.Id,
        award.OfficeAgs,
        status,
        DueOn = dueOn ?? new DateOnly(2021, 6, 30),
        expenditureCents,
        entitlementCents,
    });

    async Task Execute(string sql, object parameters) => await app.Db.Write<bool>(
        new Author("test", "test", TimeProvider.System.GetUtcNow()), async tx => await tx.Execute(sql, parameters) > 0,
        CancellationToken.None);

    static Task<Answer> Step(GrantsClient client, Answer payment, string step, object? body = null) =>
        client.Post($"/disbursements/{payment["id"]}/{step}", body, payment.ETag, Payments.Key);

    static int Items(Answer answer) => answer.Succeeded().Json.GetProperty("items").GetArrayLength();

    async Task<string> EventsOf(AwardSeed award)
    {
        var entries = (await app.As("auditor-1").Get($"/ledger/entries?awardId={award.Id}")).Succeeded().Json.GetProperty("items");
        return string.Join(' ', entries.EnumerateArray().Select(entry => entry.GetProperty("event").GetString()));
    }
}
