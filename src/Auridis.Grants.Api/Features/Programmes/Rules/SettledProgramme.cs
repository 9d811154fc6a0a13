namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// A programme is completed when all its awards have ended: declined, expired, completed or terminated. An application that is still to be
/// checked or mended comes first: nobody is rejected whose application was not looked at.
/// </summary>
static class SettledProgramme
{
    /// <summary>What is still open in a programme; null when it can be completed. The caller holds it and its applications.</summary>
    public static async Task<Problem?> WhyRefused(Tx tx, Guid programmeId)
    {
        var open = new { ProgrammeId = programmeId, Take = Problem.MostPlaces };
        var (awards, applications) = (await tx.Top<string>(OpenAwards, open), await tx.Top<string>(OpenApplications, open));
        return awards.Count + applications.Count == 0
            ? null
            : ProgrammeProblems.NotSettled.With(("openAwards", awards.ToArray()), ("openApplications", applications.ToArray()));
    }

    /// <summary>
    /// Why nothing is decided in this programme any more; null when it is not completed. Asked by who holds the application in question:
    /// completing waits for it.
    /// </summary>
    public static async Task<Problem?> WhyCompleted(Session session, Guid programmeId) =>
        await session.OneOrNull<string>(CompletedCode, new { ProgrammeId = programmeId }) is { } code
            ? ProgrammeProblems.Completed.With(("programmeCode", code))
            : null;

    const string OpenAwards = """
        select Reference from Award where ProgrammeId = @ProgrammeId and Status in ('offered', 'accepted', 'active') order by Seq
        """;

    const string OpenApplications = """
        select Reference from Application where ProgrammeId = @ProgrammeId and Status in ('submitted', 'returned') order by Seq
        """;

    const string CompletedCode = "select Code from Programme where Id = @ProgrammeId and Status = 'completed'";
}
