using Microsoft.AspNetCore.Authorization;

namespace Auridis.Grants.Api.Security;

/// <summary>Who may do what. Named by what they allow; the only place where roles are given rights.</summary>
static class Policies
{
    public const string CanRead = nameof(CanRead);
    public const string CanManageProgrammes = nameof(CanManageProgrammes);
    public const string CanManageReferenceData = nameof(CanManageReferenceData);
    public const string CanReadAuditTrail = nameof(CanReadAuditTrail);
    public const string CanSetClock = nameof(CanSetClock);

    /// <summary>Policy → the roles that have it, and whether it is a decision that only a person can make.</summary>
    public static readonly IReadOnlyDictionary<string, (bool PersonOnly, string[] Roles)> Table = new Dictionary<string, (bool, string[])>(StringComparer.Ordinal)
    {
        [CanRead] = (false, [.. Security.Roles.All]),
        [CanManageProgrammes] = (true, [Security.Roles.Caseworker]),
        [CanManageReferenceData] = (true, [Security.Roles.Admin]),
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
        // A route that names no policy is closed, not open. What routing itself answers (404, 405, 415) needs no policy.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();
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
