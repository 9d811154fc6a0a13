namespace Auridis.Grants.Tests.Platform.Security;

[TestFixture]
public sealed class PersonKeyTests
{
    [TestCase("Caseworker-1", "https://login#caseworker-1")]
    [TestCase("JÖRG", "https://login#jörg")]
    [TestCase("jo\u0308rg", "https://login#jörg")]
    [TestCase("ΝΊΚΟΣ", "https://login#νίκοσ")]
    [TestCase("νίκος", "https://login#νίκοσ")]
    [TestCase("Straße", "https://login#straße")]
    public void A_person_has_one_form(string subject, string key) => Assert.Multiple(() =>
    {
        Assert.That(PersonKey.Of("https://Login", subject), Is.EqualTo(key));
        Assert.That(PersonKey.Of(key), Is.EqualTo(key));
    });

    [Test]
    public void Persons_with_other_letters_stay_apart() =>
        Assert.That(PersonKey.Of("i", "joerg"), Is.Not.EqualTo(PersonKey.Of("i", "jörg")));
}
