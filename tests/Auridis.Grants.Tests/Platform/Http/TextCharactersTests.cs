using System.Text;
using System.Text.RegularExpressions;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>What a text may hold, and what the document says of it.</summary>
[TestFixture]
public sealed class TextCharactersTests
{
    static readonly TextCharacters[] Kinds = [TextCharacters.Line, TextCharacters.Prose];

    /// <summary>Halves of characters never get here: the JSON reader refuses them.</summary>
    [Test]
    public void The_pattern_of_the_document_says_what_the_rule_does([Values(0, 1)] int kind)
    {
        var pattern = new Regex(Kinds[kind].Pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));
        var differences = Enumerable.Range(0, 0x10000).Where(Rune.IsValid)
            .Where(value => pattern.IsMatch($"a{(char)value}b") == (Kinds[kind].WhyRefused(new Rune(value)) is not null))
            .Select(Characters.NameOf);

        Assert.That(differences, Is.Empty);
    }

    [TestCase(0x1D173)]
    [TestCase(0xE0041)]
    [TestCase(0x1FFFE)]
    public void Beyond_the_pattern_the_rule_goes_on(int character) =>
        Assert.That(TextCharacters.Line.WhyRefused(new Rune(character)), Is.Not.Null);

    [Test]
    public void Names_and_signs_of_all_peoples_may_stand_in_a_line() => Assert.That(
        "Łódź, Çağlar & Þórr „Ñandú“ – Ωμέγα, Дом, محمد, 中文 № 7 (½) €".EnumerateRunes()
            .Where(character => TextCharacters.Line.WhyRefused(character) is not null),
        Is.Empty);
}
