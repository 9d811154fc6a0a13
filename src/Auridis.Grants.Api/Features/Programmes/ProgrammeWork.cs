using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>What waits for somebody in the steps of a programme.</summary>
static class ProgrammeWork
{
    /// <summary>The lot is entered: for a decider who has not entered it.</summary>
    public static readonly WaitingWork LotToConfirm = new(Can.DrawLot, "/programmes", $"""
        select x.Seq, x.Id, x.Code as Reference, x.UpdatedAt as SinceAt
        from Programme x
        where x.LotConfirmedBy is null and x.LotEnteredBy is not null and x.LotEnteredBy <> @Actor and x.Status <> 'cancelled'
          and {ExcludedPersons.NoOwnApplication("x.Id")}
        """, Office: null);

    /// <summary>An extension is proposed: for a caseworker who has not proposed it, until the window ends.</summary>
    public static readonly WaitingWork ExtensionToConfirm = new(Can.ManageProgrammes, "/programme-extensions", """
        select x.Seq, x.Id, p.Code as Reference, x.CreatedAt as SinceAt, p.ClosesOn as DueOn
        from ProgrammeExtension x join Programme p on p.Id = x.ProgrammeId
        where x.Status = 'proposed' and x.ProposedBy <> @Actor and p.Status = 'open'
        """, Office: null, DueOn: "p.ClosesOn");
}
