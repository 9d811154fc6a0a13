using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>What waits for the reviewer in the states of a review.</summary>
static class ReviewWork
{
    /// <summary>Also for a reviewer who turns out to be excluded: declaring is what takes the review from them.</summary>
    public static readonly WaitingWork ToDeclare = In(ReviewStatus.Assigned, "a.Status = 'eligible'");

    public static readonly WaitingWork ToScore =
        In(ReviewStatus.InProgress, $"a.Status = 'eligible' and {ExcludedPersons.NotExcluded("a")}");

    static WaitingWork In(string status, string condition) => new(Can.Review, "/reviews", $"""
        select x.Seq, x.Id, a.Reference, a.OfficeAgs, x.AssignedOn as Since
        from Review x join Application a on a.Id = x.ApplicationId join Programme p on p.Id = x.ProgrammeId
        where x.Reviewer = @Actor and x.Status = '{status}' and p.Status <> 'cancelled' and {condition}
        """, Office: "a.OfficeAgs");
}
