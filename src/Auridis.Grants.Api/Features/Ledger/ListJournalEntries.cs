namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Lists journal entries.</summary>
/// <remarks>
/// In commit order. A caller who asks again with the last seq as after gets everything new exactly once, also while others post. Filters:
/// programmeId, awardId, from and to (posting dates, both included). All filters that are given must hold. With from or to, and without
/// after, the entries come by posting date, those of a day in commit order.
/// </remarks>
sealed class ListJournalEntries : Page<ListJournalEntries.Request, JournalEntry>
{
    public sealed record Request : Paging
    {
        [Between(0)]
        public long? After { get; init; }

        public Guid? ProgrammeId { get; init; }

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

    protected override async Task<Outcome<ListOf<JournalEntry>>> Handle(Session session, Request request)
    {
        var byDay = request.After is null && (request.From is not null || request.To is not null);
        return await request.Of<JournalEntry, JournalEntry>(session, byDay ? SelectByDay(request) : Select(request), new
        {
            AfterSeq = Math.Max(request.AfterSeq, request.After ?? 0),
            AfterDay = request.Cursor is null ? request.From ?? DateOnly.MinValue : request.Place.Day,
            request.Take,
            request.ProgrammeId,
            request.AwardId,
            request.From,
            request.To,
        }, entries => JournalEntry.WithPostings(session, entries));
    }

    /// <summary>The days are said by what they are not, so that no index of theirs is used: what is new is read as it came.</summary>
    static string Select(Request request) => (JournalEntry.Select + " where Seq > @AfterSeq")
        .When(request.ProgrammeId, "ProgrammeId = @ProgrammeId")
        .When(request.AwardId, "AwardId = @AwardId")
        .When(request.From, "not PostedOn < @From")
        .When(request.To, "not PostedOn > @To")
        + " order by Seq";

    /// <summary>By the order of the index: in commit order, the days before would all be read.</summary>
    static string SelectByDay(Request request) =>
        (JournalEntry.Select + " where PostedOn >= @AfterDay and (PostedOn > @AfterDay or Seq > @AfterSeq)")
        .When(request.ProgrammeId, "ProgrammeId = @ProgrammeId")
        .When(request.AwardId, "AwardId = @AwardId")
        .When(request.To, "PostedOn <= @To")
        + " order by PostedOn, Seq";
}
