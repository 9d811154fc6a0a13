using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Auridis.Grants.Api.Ledger;

/// <summary>Lists journal entries.</summary>
sealed class ListEntries : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/ledger/entries", Handle)
        .RequireAuthorization(Policies.CanReadLedger)
        .Describe("listJournalEntries", "Lists journal entries",
            "In commit order: whoever asks again with the last seq as after gets everything new, once, and skips nothing, also while others post. "
            + "Filters: awardId, from and to (posting dates, both included); all that are given must hold.");

    static Task<Listed<JournalEntry>> Handle(
        [AsParameters] Paging paging, [FromQuery] long? after, [FromQuery] Guid? awardId, [FromQuery] DateOnly? from, [FromQuery] DateOnly? to,
        Db db, CancellationToken cancel) =>
        paging.Read<JournalEntry.Row, JournalEntry>(db, Select, JournalEntry.WithPostings,
            (After, Take) => new { After = Math.Max(After, after ?? 0), Take, awardId, from, to }, cancel);

    const string Select = JournalEntry.Row.Select + """
         where Seq > @After
          and (@awardId is null or AwardId = @awardId)
          and (@from is null or PostedOn >= @from)
          and (@to is null or PostedOn <= @to)
        order by Seq
        """;
}
