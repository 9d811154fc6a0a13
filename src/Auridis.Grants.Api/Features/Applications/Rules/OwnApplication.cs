namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// Nobody checks or reviews an application that they wrote or submitted, whatever office they act for by now (§ 20 VwVfG NRW, § 16 SGB X).
/// </summary>
static class OwnApplication
{
    public static bool Is(Application application, CurrentUser user) =>
        user.Is(application.CreatedBy) || user.Is(application.SubmittedBy);
}
