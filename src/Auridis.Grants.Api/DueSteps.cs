using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Platform.Deadlines;

namespace Auridis.Grants.Api;

/// <summary>Everything that falls due by the clock, in the order in which a sweep does it.</summary>
static class DueSteps
{
    public static readonly IReadOnlyList<DueStep> All =
    [
        new("close a programme after its last day", ApplicationWindow.Over, ApplicationWindow.Close),
        new("end the mending of an application", MendingPeriod.Expired, MendingPeriod.Expire),
        new("end an offer that was not answered", AcceptancePeriod.Over, AcceptancePeriod.Expire),
    ];
}
