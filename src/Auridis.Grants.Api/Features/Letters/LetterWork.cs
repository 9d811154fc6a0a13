using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>What waits for a caseworker in the states of a letter.</summary>
static class LetterWork
{
    /// <summary>Not sent yet, or not read in the portal in time.</summary>
    public static readonly WaitingWork ToDispatch = new(Can.DispatchLetters, "/letters", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.IssuedOn as Since
        from Letter x
        where x.AnnouncedOn is null and (x.DispatchedOn is null or x.DispatchedOn < @Day) and {ExcludedPersons.NotExcluded("x")}
        """, Day: PortalReading.MissedBefore);
}
