namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Lists journal entries.</summary>
/// <remarks>
/// In commit order. A caller who asks again with the last seq as after gets everything new exactly once, also while others post. Filters:
/// awardId, from and to (posting dates, both included). All filters that are given must hold.
/// </remarks>
sealed class ListJournalEntries : Page<ListJournalEntries.Request, JournalEntry>
{
    public sealed record Request : Paging
    {
        [Between(0)]
        public long? After { get; init; }

        public Guid? AwardId { get; init; }

        public DateOnly? From { get; init; }

        [NotBefore(nameof(From))]
        public DateOnly? To { get; init; }
    }

    public override void Configure()
    {
        Get("/ledger/entries");
        Policies(Can.ReadLedger);
    }

    protected override async Task<Outcome<ListOf<JournalEntry>>> Handle(Session session, Request request) =>
        await request.Of<JournalEntry, JournalEntry>(session, Select(request), new
        {
            AfterSeq = Math.Max(request.AfterSeq, request.After ?? 0),
            request.Take,
            request.AwardId,
            request.From,
            request.To,
        }, entries => JournalEntry.WithPostings(session, entries));

    static string Select(Request request) => (JournalEntry.Select + " where Seq > @AfterSeq")
        .When(request.AwardId, "AwardId = @AwardId")
        .When(request.From, "PostedOn >= @From")
        .When(request.To, "PostedOn <= @To")
        + " order by Seq";
}
