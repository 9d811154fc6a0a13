namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>What an office may ask for, and what it may not.</summary>
public sealed class PaymentRequestTests(DatabaseKind kind) : PaymentFixture(kind)
{
    [Test]
    public async Task Not_more_is_unspent_than_was_paid()
    {
        var award = await SeededAward.Insert(app.Db);
        await app.Settled(award, "1000.00");
        object Request(string unspent) => award.Request("1.00", need: "1001.01", unspent: unspent);

        var refused = (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", Request("1000.01"), key: Payments.Key))
            .Refused(409, "unspent-exceeds-paid");
        Assert.That((refused["unspent.amount"], refused["paid.amount"]), Is.EqualTo(("1000.01", "1000.00")));
        (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", Request("1000.00"), key: Payments.Key)).Succeeded();
    }

    [Test]
    public async Task An_award_is_never_exceeded()
    {
        var award = await SeededAward.Insert(app.Db);
        await app.Requested(award, "60000.00");

        var answer = (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("40000.01"), key: Payments.Key))
            .Refused(409, "award-exceeded");
        Assert.That((answer["available.amount"], answer["requested.amount"]), Is.EqualTo(("40000.00", "40000.01")));
        await app.Requested(award, "40000.00");
    }

    [TestCase("offered")]
    [TestCase("accepted")]
    public async Task An_award_that_is_not_active_pays_nothing(string status)
    {
        var award = await SeededAward.Insert(app.Db, status: status);

        var answer = await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("1.00"), key: Payments.Key);

        Assert.That(answer.Refused(409, "award-not-active")["actual"], Is.EqualTo(status));
    }

    [Test]
    public async Task Money_goes_to_verified_accounts_of_the_office_only()
    {
        var award = await SeededAward.Insert(app.Db);
        var other = await SeededAward.Insert(app.Db);
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
        var award = await SeededAward.Insert(app.Db);
        var (requested, approved) = (await app.Requested(award), await app.Approved(award));
        await Report(award, "due", dueOn: new DateOnly(2018, 9, 30));

        Assert.That((await Request(award, "1.00")).Refused(409, "report-overdue")["dueOn"], Is.EqualTo("2018-09-30"));
        (await app.Step("finance-1", requested, "approve", Payments.Right)).Refused(409, "report-overdue");
        (await app.Step("finance-2", approved, "release")).Refused(409, "report-overdue");
        await Execute("update SpendingReport set DueOn = @Today, OwedOn = @Today where AwardId = @Id",
            new { award.Id, Today = new DateOnly(2018, 10, 1) });
        await app.Requested(award);
        (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
        (await app.Step("finance-2", approved, "release")).Succeeded();
    }

    [TestCase("submitted")]
    [TestCase("in-examination")]
    public async Task A_report_that_is_handed_in_pays_no_more_than_it_declares(string status)
    {
        var award = await SeededAward.Insert(app.Db);
        await app.Settled(award, "1000.00");
        await Report(award, status, expenditureCents: 1_500_00);

        var refused = (await Request(award, "500.01")).Refused(409, "beyond-reported-expenditure");
        Assert.That((refused["expenditure.amount"], refused["drawn.amount"]), Is.EqualTo(("1500.00", "1500.01")));
        await app.Requested(award, "500.00");
    }

    [Test]
    public async Task After_acceptance_a_site_gets_what_it_is_entitled_to_and_no_more()
    {
        var award = await SeededAward.Insert(app.Db);
        await app.Settled(award, "1000.00");
        await Report(award, "accepted", expenditureCents: 5_000_00, entitlementCents: 1_500_00);
        await Execute("update Award set CommittedCents = 150000, PromisedCents = 50000 where Id = @Id", new { award.Id });
        await Execute("update Programme set CommittedCents = 150000 where Id = @ProgrammeId", new { award.ProgrammeId });

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
        var award = await SeededAward.Insert(app.Db);
        var requested = await app.Requested(award);
        await Execute("update BankAccount set Iban = 'DE02120300000000202051' where Id = @BankAccountId", new { award.BankAccountId });

        Assert.That((await app.As("finance-1").Get(requested.Location!)).Succeeded()["bankAccount.iban"], Is.EqualTo(SeededAward.Iban));
    }

    [Test]
    public async Task Each_caller_sees_what_concerns_them()
    {
        var award = await SeededAward.Insert(app.Db);
        var neighbour = (await SeededAward.Insert(app.Db)).Applicant;
        var requested = await app.Requested(award);

        (await app.As(neighbour).Get(requested.Location!)).Refused(404, "not-found");
        (await app.As(neighbour).Post($"/awards/{award.Id}/disbursements", award.Request("1.00"), key: Payments.Key))
            .Refused(404, "not-found");
        (await app.Step(neighbour, requested, "cancel")).Refused(404, "not-found");
        Assert.That(Items(await app.As(neighbour).Get($"/disbursements?awardId={award.Id}")), Is.Zero);
        Assert.That(Items(await app.As(award.Applicant).Get("/disbursements?status=requested")), Is.EqualTo(1));
        Assert.That(Items(await app.As("auditor-1").Get($"/disbursements?officeAgs={award.Ags}")), Is.EqualTo(1));
        Assert.That((await app.As("auditor-1").Get(requested.Location!)).Succeeded()["bankAccount.iban"], Does.Contain("*"));
        (await app.As("funder-1").Get(requested.Location!)).Refused(403, "forbidden");
        (await app.Step("caseworker-1", requested, "approve", Payments.Right)).Refused(403, "forbidden");
    }

    [Test]
    public async Task A_request_that_is_sent_ten_times_with_one_key_is_one_request()
    {
        var award = await SeededAward.Insert(app.Db);
        var key = Payments.Key;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("1000.00"), key: key)));

        Assert.That(answers.Select(answer => answer.Succeeded()["id"]).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(1));
        Assert.That(await award.Funds(app), Is.EqualTo((1_000_00, 0, 100_000_00)));
    }

    /// <summary>Leaves the report as its whole way would.</summary>
    Task Report(SeededAward award, string status, DateOnly? dueOn = null, long expenditureCents = 0, long? entitlementCents = null) =>
        Execute("""
            update SpendingReport set Status = @Status, DueOn = coalesce(@DueOn, DueOn), ExpenditureCents = @ExpenditureCents,
                OwedOn = case when @Status = 'due' then coalesce(@DueOn, DueOn) end, EntitlementCents = @EntitlementCents,
                SubmittedBy = case when @Status <> 'due' then 'submitter' end,
                ExaminedBy = case when @Status <> 'due' then 'examiner' end,
                AcceptedBy = case when @Status = 'accepted' then 'acceptor' end,
                AcceptedOn = case when @Status = 'accepted' then DueOn end
            where AwardId = @Id
            """, new
        {
            award.Id,
            Status = status,
            DueOn = dueOn,
            ExpenditureCents = expenditureCents,
            EntitlementCents = entitlementCents,
        });

    static int Items(Answer answer) => answer.Succeeded().Json.GetProperty("items").GetArrayLength();
}
