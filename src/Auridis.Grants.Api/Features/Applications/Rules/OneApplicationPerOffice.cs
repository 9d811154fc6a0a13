using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// An office has one application in a programme; one that was withdrawn does not count. The caller has locked the programme, so that two
/// drafts of one office meet there.
/// </summary>
static class OneApplicationPerOffice
{
    /// <summary>The problem with the application that there is; null when there is none.</summary>
    public static async Task<Problem?> WhyRefused(Session session, Guid programmeId, YouthOffice office) =>
        await session.OneOrNull<Guid?>(Find, new { ProgrammeId = programmeId, OfficeId = office.Id }) is { } existing
            ? ApplicationProblems.ApplicationExists.With(("officeAgs", office.Ags), ("applicationId", existing))
            : null;

    const string Find = """
        select Id from Application where ProgrammeId = @ProgrammeId and YouthOfficeId = @OfficeId and Status <> 'withdrawn'
        """;
}
