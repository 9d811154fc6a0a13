using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>
/// Reviews are assigned, change and are withdrawn only while their application is eligible: it has passed the formal check, no selection
/// has decided on it, and its programme goes on.
/// </summary>
static class ReviewedWhileEligible
{
    /// <summary>The problem with an application that is not under review; null when it is. The caller has locked the application.</summary>
    public static async Task<Problem?> WhyRefused(Session session, Application application)
    {
        if (await CancelledProgramme.WhyRefused(session, application.ProgrammeId) is { } cancelled)
            return cancelled;
        return application.Status == ApplicationStatus.Eligible
            ? null
            : ReviewProblems.ApplicationNotEligible.With(("applicationStatus", application.Status));
    }
}
