namespace Auridis.Grants.Tests.Features.YouthOffices;

/// <summary>Every command in every state of a bank account.</summary>
public sealed class BankAccountStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Table = new("""
                   verify   refuse  block
        unverified verified refused .
        verified   .        .       blocked
        refused    .        .       .
        blocked    verified .       .
        """);

    int entered;

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere()
    {
        var accounts = await app.AccountsOf("05512000");

        var differences = await Table.Differences(
            state => In(state, accounts), (command, before) => Do(command, before, "finance-3"),
            before => app.As("finance-1").Get("/bank-accounts/" + before["id"]));

        Assert.That(differences, Is.Empty);
    }

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["refused"]));
    });

    /// <summary>A new account that was brought into a state by finance-1 and finance-2.</summary>
    async Task<Answer> In(string state, string accounts)
    {
        // The IBANs of one bank, with their check digits.
        var number = FormattableString.Invariant($"{++entered:0000000000}");
        var check = 98 - (int)(Int128.Parse($"37040044{number}131400", System.Globalization.CultureInfo.InvariantCulture) % 97);
        var account = (await app.As("caseworker-1").Post(
            accounts, new { iban = FormattableString.Invariant($"DE{check:00}37040044{number}"), holder = "Stadtkasse" })).Succeeded();
        string[] steps = state switch
        {
            "unverified" => [],
            "refused" => ["refuse"],
            "verified" => ["verify"],
            _ => ["verify", "block"],
        };
        foreach (var step in steps)
            account = (await Do(step, account, step is "block" ? "finance-2" : "finance-1")).Succeeded();
        return (await app.As("finance-1").Get("/bank-accounts/" + account["id"])).Succeeded();
    }

    Task<Answer> Do(string command, Answer account, string person) => app.As(person).Post(
        $"/bank-accounts/{account["id"]}/{command}", command is "verify" ? null : new { reason = "Briefkopf fremd" }, account.ETag);
}
