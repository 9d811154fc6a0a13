using System.Security.Claims;

namespace Auridis.Grants.Tests.Platform.Security;

[TestFixture]
public sealed class TokenClaimsTests
{
    [Test]
    public void The_texts_of_a_token_are_composed()
    {
        var identity = new ClaimsIdentity([new("name", "Ju\u0308rgen"), new("roles", "caseworker"), new("roles", "pru\u0308fer\ufffe")]);

        identity.Compose();

        Assert.That(identity.Claims.Select(claim => (claim.Type, claim.Value)),
            Is.EquivalentTo([("name", "Jürgen"), ("roles", "caseworker"), ("roles", "prüfer\ufffe")]));
    }
}
