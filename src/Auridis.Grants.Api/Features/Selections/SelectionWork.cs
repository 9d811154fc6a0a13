using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>What waits for a decider in the states of a selection.</summary>
static class SelectionWork
{
    /// <summary>For a decider who has not proposed it.</summary>
    public static readonly WaitingWork ToConfirm = In(SelectionStatus.Proposed, "x.ProposedOn", "x.ProposedBy <> @Actor");

    public static readonly WaitingWork ToPublish = In(SelectionStatus.Confirmed, "x.ConfirmedOn", "x.PublishedBy is null");

    static WaitingWork In(string status, string since, string four) => new(Can.DecideSelections, "/selections", $"""
        select x.Seq, x.Id, x.Reference, {since} as Since
        from Selection x join Programme p on p.Id = x.ProgrammeId
        where x.Status = '{status}' and {four} and p.Status not in ('cancelled', 'completed')
          and {ExcludedPersons.NoOwnApplication("x.ProgrammeId")}
          and not exists (
            select 1 from SelectionDecision s
            join Application a on a.Id = s.ApplicationId
            join ConflictDeclaration d on d.ProgrammeId = x.ProgrammeId and d.Person = @Actor
            where s.SelectionId = x.Id and d.Offices like concat('%"', a.OfficeAgs, '"%'))
        """, Office: null);
}
