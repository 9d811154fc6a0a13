namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// How many reviews an application lacks to the quorum of its programme: kept by what makes it eligible and by each change of its reviews,
/// so that who looks for applications without a quorum need not count the reviews of all.
/// </summary>
static class MissingReviews
{
    /// <summary>Counts anew. The caller holds the application.</summary>
    public static Task Keep(Tx tx, Guid applicationId) =>
        tx.Execute($"{Count} where Id = @ApplicationId", new { ApplicationId = applicationId });

    /// <summary>Counts all eligible applications of a programme anew, which the caller holds.</summary>
    public static Task KeepAll(Tx tx, Guid programmeId) =>
        tx.Execute($"{Count} where ProgrammeId = @ProgrammeId and Status = 'eligible'", new { ProgrammeId = programmeId });

    // A review that was withdrawn, or whose reviewer is in conflict, does not come to be submitted.
    const string Count = """
        update Application
        set ReviewsMissing = (
            select case when p.ReviewQuorum > count(r.Id) then p.ReviewQuorum - count(r.Id) else 0 end
            from Programme p
            left join Review r on r.ApplicationId = Application.Id and r.Status in ('assigned', 'in-progress', 'submitted')
            where p.Id = Application.ProgrammeId
            group by p.ReviewQuorum)
        """;
}
