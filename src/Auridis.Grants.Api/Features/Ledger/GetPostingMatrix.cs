using FastEndpoints;

namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Reads the posting matrix.</summary>
/// <remarks>
/// Which business event posts to which accounts: all that is ever posted, on one page.
/// </remarks>
sealed class GetPostingMatrix : Slice<EmptyRequest, Listed<GetPostingMatrix.Rule>>
{
    /// <summary>A business event and what it posts.</summary>
    /// <param name="Event">The business event, as journal entries name it.</param>
    /// <param name="Meaning">What has happened.</param>
    /// <param name="Postings">Each is posted with the event's whole amount.</param>
    public sealed record Rule(string Event, string Meaning, IReadOnlyList<Pair> Postings);

    /// <summary>Two accounts that a posting joins.</summary>
    /// <param name="DebitAccount">The account that is debited (Soll).</param>
    /// <param name="CreditAccount">The account that is credited (Haben).</param>
    public sealed record Pair(string DebitAccount, string CreditAccount);

    public override void Configure()
    {
        Get("/ledger/posting-matrix");
        Policies(Can.ReadLedger);
    }

    protected override Task<Listed<Rule>> Answer(EmptyRequest request, CancellationToken cancel) => Task.FromResult<Listed<Rule>>(Matrix);

    /// <summary>All on one page.</summary>
    public static readonly ListOf<Rule> Matrix = new(
        [.. PostingMatrix.All.Select(rule => new Rule(rule.Event, rule.Meaning, [.. rule.Postings.Select(posting => new Pair(posting.Debit, posting.Credit))]))], null);
}
