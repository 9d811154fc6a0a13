using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>What waits for a caseworker in the states of a notice.</summary>
static class NoticeWork
{
    /// <summary>Open: it is answered with an amendment, or closed.</summary>
    public static readonly WaitingWork ToAnswer = new(Can.CloseNotices, "/notices", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.GivenOn as Since
        from AwardNotice x
        where x.Status = 'open' and {ExcludedPersons.NotExcluded("x")}
        """);
}
