using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>
/// Reviews are assigned, change and are withdrawn only while their application is eligible: it has passed the formal check, and no
/// selection has decided on it.
/// </summary>
static class ReviewedWhileEligible
{
    /// <summary>The problem with an application that is not under review; null when it is. The caller has locked the application.</summary>
    public static Problem? WhyRefused(Application application) => application.Status == ApplicationStatus.Eligible
        ? null
        : ReviewProblems.ApplicationNotEligible.With(("applicationStatus", application.Status));
}
