namespace Auridis.Grants.Tests.Platform.Database;

[TestFixture]
public sealed class UpdatedAtTests
{
    /// <summary>A list of what has changed since a time would not show the change otherwise.</summary>
    [Test]
    public void What_gives_a_resource_a_new_version_says_when()
    {
        var raising = typeof(Api.Endpoints).Assembly.GetTypes().SelectMany(Il.TextsOf)
            .Where(text => text.Contains("Version = Version + 1", StringComparison.Ordinal))
            .ToList();

        Assert.That(raising, Has.Count.GreaterThan(40));
        Assert.That(raising.Where(text => !text.Contains("UpdatedAt = @At", StringComparison.Ordinal)), Is.Empty);
    }
}
