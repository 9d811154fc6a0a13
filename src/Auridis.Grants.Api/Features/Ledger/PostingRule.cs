namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>
/// A business event and what it posts. Each posting debits one account and credits another, so an entry balances by construction.
/// </summary>
/// <param name="Event">The business event, as journal entries name it.</param>
/// <param name="Meaning">What has happened.</param>
/// <param name="Postings">Each is posted with the event's whole amount, or with a part of it.</param>
sealed record PostingRule(
    [property: OneOf(typeof(JournalEvent))] string Event, string Meaning, params IReadOnlyList<AccountPair> Postings)
{
    /// <summary>Whether each posting has its own part of the event's amount; one that has none is left out.</summary>
    public bool Split { get; init; }
}

/// <summary>Two accounts that a posting joins.</summary>
/// <param name="DebitAccount">The account that is debited (Soll).</param>
/// <param name="CreditAccount">The account that is credited (Haben).</param>
sealed record AccountPair(string DebitAccount, string CreditAccount);
