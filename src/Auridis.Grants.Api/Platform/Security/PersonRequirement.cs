using Microsoft.AspNetCore.Authorization;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>The caller is a person: a decision is somebody's.</summary>
sealed class PersonRequirement(string personClaim) : AuthorizationHandler<PersonRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PersonRequirement requirement)
    {
        if (context.User.IsPerson(personClaim))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
