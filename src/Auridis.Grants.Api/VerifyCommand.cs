using Auridis.Grants.Api.Features.AuditTrail;
using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Api;

/// <summary>
/// <c>verify</c>: proves, without a server, what <c>GET /audit-events/verify</c> and <c>GET /ledger/verify</c> prove. It changes nothing.
/// </summary>
static class VerifyCommand
{
    /// <returns>0 when all is as it was written, 1 when something is not.</returns>
    /// <exception cref="MigrationException">The database is not one of this version.</exception>
    public static async Task<int> Run(string[] args, TextWriter output)
    {
        await using var db = DatabaseSettings.Read(CommandLine.Builder(args).Configuration).Connect();
        await new Migrator(db.Dialect, TimeProvider.System).RequireAll(CancellationToken.None);
        var trail = (await db.Read(session => VerifyAuditTrail.Verify(session, null, null), CancellationToken.None)).Value;
        await output.WriteLineAsync(Say(trail));
        var ledger = await db.Read(VerifyLedger.Verify, CancellationToken.None);
        await output.WriteLineAsync(Say(ledger));
        return trail.Intact && ledger.Intact ? 0 : 1;
    }

    static string Say(AuditTrailVerification trail) => trail.Intact
        ? Text($"The audit trail is intact: {trail.Checked} events, the last with the hash {trail.HeadHash}.")
        : Text($"The audit trail is NOT intact: event {trail.FirstAltered} is {trail.Finding}.");

    static string Say(LedgerVerification ledger) => ledger.FirstDifference is not { } first
        ? Text($"The ledger is intact: {ledger.Entries} entries, and {ledger.Balances} balances that agree with them.")
        : Text($"The ledger is NOT intact: account {first.AccountNumber} on {first.PostedOn:yyyy-MM-dd} has debit ")
            + $"{Say(first.KeptDebit)} and credit {Say(first.KeptCredit)}; posted are {Say(first.Debit)} and {Say(first.Credit)}.";

    static string Say(Money? sum) => sum?.ToAmount() ?? "nothing";

    static string Text(FormattableString sentence) => FormattableString.Invariant(sentence);
}
