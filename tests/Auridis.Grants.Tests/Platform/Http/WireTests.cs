namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>The small formats of the wire.</summary>
[TestFixture]
public sealed class WireTests
{
    [TestCase("Code", "/code")]
    [TestCase("FinancePlan.Lines[12].Amount", "/financePlan/lines/12/amount")]
    [TestCase("", "")]
    public void A_validators_property_has_a_pointer(string property, string expected) =>
        Assert.That(JsonPointer.OfProperty(property), Is.EqualTo(expected));

    [TestCase("$", "")]
    [TestCase("$.terms", "/terms")]
    [TestCase("$.financePlan[0].amount", "/financePlan/0/amount")]
    [TestCase("$['other name'].x", "/other name/x")]
    [TestCase("$['a/b~c']", "/a~1b~0c")]
    [TestCase(null, "")]
    public void The_readers_path_has_a_pointer(string? path, string expected) =>
        Assert.That(JsonPointer.Of(JsonPointer.Parts(path)), Is.EqualTo(expected));

    [TestCase("\"1\"", 1)]
    [TestCase("\"2147483647\"", int.MaxValue)]
    public void An_entity_tag_is_a_version_in_quotation_marks(string tag, int version)
    {
        Assert.That(ETag.TryParse(tag, out var parsed), Is.True);
        Assert.That((parsed, ETag.Of(version)), Is.EqualTo((version, tag)));
    }

    [Test]
    public void A_weak_one_as_a_compressing_proxy_makes_it_is_the_same_version()
    {
        Assert.That(ETag.TryParse("W/\"3\"", out var version), Is.True);
        Assert.That(version, Is.EqualTo(3));
    }

    [TestCase("")]
    [TestCase("1")]
    [TestCase("\"\"")]
    [TestCase("\"")]
    [TestCase("W/1")]
    [TestCase("w/\"1\"")]
    [TestCase("W/W/\"1\"")]
    [TestCase("W/ \"1\"")]
    [TestCase("\"-1\"")]
    [TestCase("\"+1\"")]
    [TestCase("\" 1\"")]
    [TestCase("\"1.0\"")]
    [TestCase("\"2147483648\"")]
    [TestCase("*")]
    [TestCase("\"1\", \"2\"")]
    public void Another_entity_tag_is_refused(string tag) => Assert.That(ETag.TryParse(tag, out _), Is.False);
}
