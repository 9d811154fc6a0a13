namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// A waitlisted application gets the next place of its programme's list and keeps it. One that has left the list keeps its number, so
/// that no number is given twice.
/// </summary>
static class WaitingListPlace
{
    /// <summary>Gives an application its place, unless it has one. The caller has locked the programme.</summary>
    public static Task Give(Tx tx, Guid applicationId) => tx.Execute(GiveNext, new { Id = applicationId });

    const string GiveNext = """
        update Application
        set WaitlistPlace = (select coalesce(max(o.WaitlistPlace), 0) + 1 from Application o where o.ProgrammeId = Application.ProgrammeId)
        where Id = @Id and WaitlistPlace is null
        """;
}
