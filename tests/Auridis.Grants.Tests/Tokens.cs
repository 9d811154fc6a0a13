using Auridis.Grants.Api.Security.Development;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests;

/// <summary>Tokens of people who hold more roles than the demo persons do.</summary>
static class Tokens
{
    /// <summary>The same person with more roles.</summary>
    public static string Of(GrantsApp app, string person, params string[] moreRoles)
    {
        var demo = DemoPersons.Find(person)!;
        return app.Services.GetRequiredService<DevelopmentIssuer>().TokenFor(demo with { Roles = [.. demo.Roles, .. moreRoles] });
    }
}
