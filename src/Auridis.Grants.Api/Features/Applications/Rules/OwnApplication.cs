namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// Nobody checks or reviews an application that they wrote or submitted, nor one of their own office, whatever role they act in (§ 20
/// VwVfG NRW, § 16 SGB X).
/// </summary>
static class OwnApplication
{
    public static bool Is(Application application, CurrentUser user) =>
        user.Is(application.CreatedBy) || user.Is(application.SubmittedBy) || user.Office == application.OfficeAgs;
}
