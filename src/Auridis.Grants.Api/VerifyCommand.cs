using Auridis.Grants.Api.Features.AuditTrail;
using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Api;

/// <summary>
/// <c>verify</c> and <c>verify-ledger</c>: prove, without a server, what <c>GET /audit-events/verify</c> and
/// <c>GET /ledger/verification</c> prove. They change nothing.
/// </summary>
static class VerifyCommand
{
    /// <returns>0 when all is as it was written, 1 when something is not.</returns>
    /// <exception cref="MigrationException">The database is not one of this version.</exception>
    public static async Task<int> Run(string[] args, TextWriter output)
    {
        await using var db = await Open(args);
        var trail = (await db.Read(session => VerifyAuditTrail.Verify(session, null, null), CancellationToken.None)).Value;
        await output.WriteLineAsync(Say(trail));
        var ledger = await Ledger(db, output);
        return trail.Intact && ledger ? 0 : 1;
    }

    /// <summary>Of the ledger alone.</summary>
    /// <returns>0 when all is as it was written, 1 when something is not.</returns>
    /// <exception cref="MigrationException">The database is not one of this version.</exception>
    public static async Task<int> RunLedger(string[] args, TextWriter output)
    {
        await using var db = await Open(args);
        return await Ledger(db, output) ? 0 : 1;
    }

    static async Task<bool> Ledger(Db db, TextWriter output)
    {
        var ledger = await db.Read(VerifyLedger.Verify, CancellationToken.None);
        await output.WriteLineAsync(Say(ledger));
        return ledger.Intact;
    }

    static async Task<Db> Open(string[] args)
    {
        var db = DatabaseSettings.Read(CommandLine.Builder(args).Configuration).Connect();
        await new Migrator(db.Dialect, TimeProvider.System).RequireAll(CancellationToken.None);
        return db;
    }

    static string Say(AuditTrailVerification trail) => trail.Intact
        ? Text($"The audit trail is intact: {trail.Checked} events, the last with the hash {trail.HeadHash}.")
        : Text($"The audit trail is NOT intact: event {trail.FirstAltered} is {trail.Finding}.");

    static string Say(LedgerVerification ledger) => ledger.FirstDifference is { } first
        ? $"The ledger is NOT intact: {first.Figure}{Pair(first)} of {first.Resource}{Day(first)} is kept as {Say(first.KeptAmount)}, "
            + $"and comes to {Say(first.ComputedAmount)}."
        : Text($"The ledger is intact: {ledger.Entries} entries, with {ledger.Balances} balances, {ledger.AwardCount} awards and ")
            + Text($"{ledger.ClaimCount} repayment claims that agree with them.");

    static string Pair(LedgerDifference difference) =>
        difference.DebitAccount is null ? "" : $" to {difference.DebitAccount} from {difference.CreditAccount}";

    static string Day(LedgerDifference difference) => difference.PostedOn is { } day ? Text($" on {day:yyyy-MM-dd}") : "";

    static string Say(Money? sum) => sum?.ToAmount() ?? "nothing";

    static string Text(FormattableString sentence) => FormattableString.Invariant(sentence);
}
