using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Playing;

/// <summary>Tokens of people who differ from the demo persons.</summary>
static class Tokens
{
    /// <summary>The same person as another token spells it.</summary>
    public static string InCapitals(GrantsApp app, string person)
    {
        var demo = DemoPersons.Find(person)!;
        return app.Services.GetRequiredService<DevelopmentIssuer>().TokenFor(demo with { Subject = demo.Subject.ToUpperInvariant() });
    }

    /// <summary>The same person with more roles.</summary>
    public static string Of(GrantsApp app, string person, params string[] moreRoles)
    {
        var demo = DemoPersons.Find(person)!;
        return app.Services.GetRequiredService<DevelopmentIssuer>().TokenFor(demo with { Roles = [.. demo.Roles, .. moreRoles] });
    }
}
