using Microsoft.AspNetCore.Authorization;

namespace Auridis.Grants.Api.Security;

/// <summary>Who may do what. Named by what they allow; the only place where roles are given rights.</summary>
static class Policies
{
    public const string CanRead = nameof(CanRead);
    public const string CanManageProgrammes = nameof(CanManageProgrammes);
    public const string CanDrawLot = nameof(CanDrawLot);
    public const string CanPrepareSelections = nameof(CanPrepareSelections);
    public const string CanDecideSelections = nameof(CanDecideSelections);
    public const string CanReadSelections = nameof(CanReadSelections);
    public const string CanReadAwards = nameof(CanReadAwards);
    public const string CanAnswerOffers = nameof(CanAnswerOffers);
    public const string CanActivateAwards = nameof(CanActivateAwards);
    public const string CanManageReferenceData = nameof(CanManageReferenceData);
    public const string CanReadApplications = nameof(CanReadApplications);
    public const string CanWriteApplications = nameof(CanWriteApplications);
    public const string CanSubmitApplications = nameof(CanSubmitApplications);
    public const string CanCheckApplications = nameof(CanCheckApplications);
    public const string CanReadReviews = nameof(CanReadReviews);
    public const string CanAssignReviews = nameof(CanAssignReviews);
    public const string CanReview = nameof(CanReview);
    public const string CanReadAuditTrail = nameof(CanReadAuditTrail);
    public const string CanSetClock = nameof(CanSetClock);

    /// <summary>Policy → the roles that have it, and whether it is a decision that only a person can make.</summary>
    public static readonly IReadOnlyDictionary<string, (bool PersonOnly, string[] Roles)> Table = new Dictionary<string, (bool, string[])>(StringComparer.Ordinal)
    {
        [CanRead] = (false, [.. Security.Roles.All]),
        [CanManageProgrammes] = (true, [Security.Roles.Caseworker]),
        [CanDrawLot] = (true, [Security.Roles.Decider]),
        [CanPrepareSelections] = (true, [Security.Roles.Caseworker, Security.Roles.Decider]),
        [CanDecideSelections] = (true, [Security.Roles.Decider]),
        [CanReadSelections] = (false, [Security.Roles.Decider, Security.Roles.Caseworker, Security.Roles.Auditor]),
        [CanReadAwards] = (false, [Security.Roles.Applicant, Security.Roles.Caseworker, Security.Roles.Decider, Security.Roles.Finance, Security.Roles.Auditor]),
        [CanAnswerOffers] = (true, [Security.Roles.Applicant]),
        [CanActivateAwards] = (true, [Security.Roles.Caseworker]),
        [CanManageReferenceData] = (true, [Security.Roles.Admin]),
        [CanReadApplications] =
            (false, [Security.Roles.Applicant, Security.Roles.Caseworker, Security.Roles.Reviewer, Security.Roles.Decider, Security.Roles.Finance, Security.Roles.Auditor]),
        // A Jugendamt's own case software may prepare a draft; handing it in is a person's decision.
        [CanWriteApplications] = (false, [Security.Roles.Applicant]),
        [CanSubmitApplications] = (true, [Security.Roles.Applicant]),
        [CanCheckApplications] = (true, [Security.Roles.Caseworker]),
        [CanReadReviews] = (false, [Security.Roles.Caseworker, Security.Roles.Reviewer, Security.Roles.Decider, Security.Roles.Auditor]),
        [CanAssignReviews] = (true, [Security.Roles.Caseworker]),
        [CanReview] = (true, [Security.Roles.Reviewer]),
        [CanReadAuditTrail] = (false, [Security.Roles.Auditor]),
        [CanSetClock] = (false, [.. Security.Roles.All]),
    };

    public static void Add(AuthorizationOptions options)
    {
        foreach (var (name, (personOnly, roles)) in Table)
        {
            options.AddPolicy(name, policy =>
            {
                policy.RequireAuthenticatedUser().RequireRole(roles);
                if (personOnly)
                    policy.AddRequirements(PersonRequirement.Instance);
            });
        }
        // A route that names no policy is closed, not open.
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }
}

/// <summary>The caller is a person: a decision is somebody's.</summary>
sealed class PersonRequirement : AuthorizationHandler<PersonRequirement>, IAuthorizationRequirement
{
    public static readonly PersonRequirement Instance = new();

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PersonRequirement requirement)
    {
        if (context.User.IsPerson())
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
