using System.Text;

namespace Auridis.Grants.Tests.Values;

[TestFixture]
public sealed class CharactersTests
{
    [TestCase("", 0)]
    [TestCase("Süd", 3)]
    [TestCase("👩🏽", 2)]
    [TestCase("𝒳𝒴", 2)]
    public void A_character_is_a_code_point(string text, int count) => Assert.That(Characters.Count(text), Is.EqualTo(count));

    [Test]
    public void A_text_is_composed() => Assert.That(Characters.Compose("Su\u0308d"), Is.EqualTo("S\u00fcd"));

    [Test]
    public void What_is_no_character_stays_where_it_is() =>
        Assert.That(Characters.Compose("u\u0308\ufffeu\u0308\ufffe"), Is.EqualTo("\u00fc\ufffe\u00fc\ufffe"));

    [TestCase(0x20)]
    [TestCase(0xA0)]
    [TestCase(0x0301)]
    [TestCase(0x034F)]
    [TestCase(0x115F)]
    [TestCase(0x1160)]
    [TestCase(0x2800)]
    [TestCase(0x3000)]
    [TestCase(0x3164)]
    [TestCase(0xFFA0)]
    [TestCase(0xE000)]
    [TestCase(0xF0000)]
    [TestCase(0x1D159)]
    [TestCase(0xE0041)]
    [TestCase(0x200B)]
    [TestCase(0xFE0F)]
    public void Some_characters_show_nothing(int character) => Assert.That(Characters.Shows(new Rune(character)), Is.False);

    [TestCase('a')]
    [TestCase('.')]
    [TestCase('ß')]
    [TestCase('中')]
    [TestCase('☂')]
    public void Letters_and_signs_show(char character) => Assert.That(Characters.Shows(new Rune(character)), Is.True);
}
