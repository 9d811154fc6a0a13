namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// A programme that was cancelled is closed to every command: its applications, reviews and selections keep their states and can be read.
/// Asked by who holds the programme, or the application in question: cancelling waits for both.
/// </summary>
static class CancelledProgramme
{
    /// <summary>Why nothing is done in this programme; null when it is not cancelled.</summary>
    public static Problem? WhyRefused(Programme programme) =>
        programme.Status == ProgrammeStatus.Cancelled ? Refusal(programme.Code) : null;

    /// <summary>Why nothing is done in this programme, for who has not read it; null when it is not cancelled.</summary>
    public static async Task<Problem?> WhyRefused(Session session, Guid programmeId) =>
        await session.OneOrNull<string>(CancelledCode, new { ProgrammeId = programmeId }) is { } code ? Refusal(code) : null;

    static Problem Refusal(string code) => ProgrammeProblems.Cancelled.With(("programmeCode", code));

    const string CancelledCode = "select Code from Programme where Id = @ProgrammeId and Status = 'cancelled'";
}
