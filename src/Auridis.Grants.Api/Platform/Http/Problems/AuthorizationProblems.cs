using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Says why a caller is refused: not signed in, not a person, or without the role; or that nobody can tell just now.</summary>
sealed class AuthorizationProblems : IAuthorizationMiddlewareResultHandler
{
    readonly AuthorizationMiddlewareResultHandler standard = new();

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
        {
            await context.Write(IsForLackOfAPerson(authorizeResult.AuthorizationFailure) ? Problems.PersonRequired : Problems.Forbidden);
        }
        else if (authorizeResult.Challenged && (await context.AuthenticateAsync()).Failure is AuthorityUnavailableException)
        {
            context.Response.Headers.RetryAfter = AuthorityKeys.Retry.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            await context.Write(Problems.AuthorityUnavailable);
        }
        else
        {
            await standard.HandleAsync(next, context, policy, authorizeResult);
        }
    }

    /// <summary>Only when the roles would have been enough: otherwise the role is what is missing.</summary>
    static bool IsForLackOfAPerson(AuthorizationFailure? failure) =>
        failure is not null
        && failure.FailedRequirements.Any()
        && failure.FailedRequirements.All(requirement => requirement is PersonRequirement);
}
