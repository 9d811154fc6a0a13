namespace Auridis.Grants.Tests.Features.YouthOffices;

public sealed class BankAccountTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Iban = "DE89370400440532013000";

    static readonly object Because = new { reason = "Der Brief nennt einen anderen Inhaber" };

    [Test]
    public async Task A_refused_account_frees_its_IBAN_and_says_why()
    {
        var accounts = await app.AccountsOf("05512000");
        var first = await Entered(accounts);

        var refused = (await app.As("finance-1").Post(first.Location + "/refuse", Because, first.ETag)).Succeeded();

        Assert.That((refused["status"], refused["reason"]), Is.EqualTo(("refused", "Der Brief nennt einen anderen Inhaber")));
        var second = await Entered(accounts);
        Assert.That(second["id"], Is.Not.EqualTo(first["id"]));
        (await app.As("caseworker-1").Post(accounts, new { iban = Iban, holder = "Stadtkasse" })).Refused(409, "bank-account-taken");
        (await app.As("finance-2").Post(second.Location + "/verify", ifMatch: second.ETag)).Succeeded();
    }

    [Test]
    public async Task A_blocked_account_is_verified_anew_by_who_neither_entered_nor_blocked_it()
    {
        var entered = await Entered(await app.AccountsOf("05513000"));
        var path = entered.Location;
        var verified = (await app.As("finance-1").Post(path + "/verify", ifMatch: entered.ETag)).Succeeded();
        var blocked = (await app.As("finance-2").Post(path + "/block", Because, verified.ETag)).Succeeded();
        Assert.That((blocked["status"], blocked["reason"]), Is.EqualTo(("blocked", "Der Brief nennt einen anderen Inhaber")));

        Assert.That((await app.As("finance-2").Post(path + "/verify", ifMatch: blocked.ETag)).Refused(403, "four-eyes")["earlier"],
            Is.EqualTo("blocker"));
        var enterer = app.With(Tokens.Of(app, "caseworker-1", "finance"));
        Assert.That((await enterer.Post(path + "/verify", ifMatch: blocked.ETag)).Refused(403, "four-eyes")["earlier"],
            Is.EqualTo("enterer"));
        var anew = (await app.As("finance-1").Post(path + "/verify", ifMatch: blocked.ETag)).Succeeded();

        Assert.That((anew["status"], anew["reason"]), Is.EqualTo(("verified", "")));
        var again = (await app.As("finance-1").Post(path + "/block", Because, anew.ETag)).Succeeded();
        (await app.As("finance-2").Post(path + "/verify", ifMatch: again.ETag)).Succeeded();
    }

    [TestCase("caseworker-1")]
    [TestCase("applicant-05515000")]
    [TestCase("decider-1")]
    public async Task Only_finance_refuses_and_blocks(string person)
    {
        var entered = await Entered(await app.AccountsOf("05515000"));

        (await app.As(person).Post(entered.Location + "/refuse", Because, entered.ETag)).Refused(403, "forbidden");
        (await app.As(person).Post(entered.Location + "/block", Because, entered.ETag)).Refused(403, "forbidden");
        (await app.As("finance-1").Post(entered.Location + "/refuse", new { reason = " " }, entered.ETag))
            .Refused(400, "validation-failed");
        (await app.As("finance-1").Post(entered.Location + "/refuse", Because, "\"4\"")).Refused(412, "stale-version");
        (await app.As("finance-1").Post(entered.Location + "/refuse", Because, entered.ETag)).Succeeded();
    }

    [Test]
    public async Task Who_acts_for_the_office_neither_refuses_nor_blocks_its_account()
    {
        var entered = await Entered(await app.AccountsOf("05911000"));
        var own = app.Person("finance-of-bochum", ["finance"], "05911000");

        (await own.Post(entered.Location + "/refuse", Because, entered.ETag)).Refused(403, "decider-conflicted");
        var verified = (await app.As("finance-1").Post(entered.Location + "/verify", ifMatch: entered.ETag)).Succeeded();
        (await own.Post(entered.Location + "/block", Because, verified.ETag)).Refused(403, "decider-conflicted");
    }

    [TestCase("05554000")]
    [TestCase("05558000")]
    [TestCase("05566000")]
    public async Task Of_a_verification_and_a_refusal_at_once_one_wins(string office)
    {
        var entered = await Entered(await app.AccountsOf(office));

        var answers = await Task.WhenAll(
            Task.Run(() => app.As("finance-1").Post(entered.Location + "/verify", ifMatch: entered.ETag)),
            Task.Run(() => app.As("finance-2").Post(entered.Location + "/refuse", Because, entered.ETag)));

        Assert.That(answers.Select(answer => answer.Code), Is.EquivalentTo(new[] { null, "stale-version" }));
        Assert.That((await app.As("finance-1").Get(entered.Location!)).Succeeded()["status"],
            Is.EqualTo(answers.Single(answer => answer.Code is null)["status"]));
    }

    async Task<Answer> Entered(string accounts) =>
        (await app.As("caseworker-1").Post(accounts, new { iban = Iban, bic = "COBADEFFXXX", holder = "Stadtkasse" })).Succeeded();
}
