namespace Auridis.Grants.Tests.Values;

/// <summary>What people search by.</summary>
[TestFixture]
public sealed class SearchKeyTests
{
    [TestCase("Müller", "MUELLER")]
    [TestCase("Kreis Höxter", "kreis  hoexter")]
    [TestCase("Ärztehaus", "aerztehaus")]
    [TestCase("Straße", "STRASSE")]
    [TestCase("Mu\u0308nster", "Münster")]
    public void Texts_that_one_would_find_by_each_other_have_one_key(string one, string other) =>
        Assert.That(SearchKey.Of(other), Is.EqualTo(SearchKey.Of(one)));

    [Test]
    public void A_key_is_at_most_as_long_as_its_columns_and_has_no_half_characters()
    {
        var key = SearchKey.Of("x" + string.Concat(Enumerable.Repeat("😀", 500))).ToString();

        Assert.That(key, Has.Length.EqualTo(799));
        Assert.That(key[^2..], Is.EqualTo("😀"));
    }

    [TestCase("netz", "netz", "netzwerk", "netz😀", "netz\uE000")]
    [TestCase("\uD7FF", "\uD7FF", "\uD7FFx")]
    [TestCase("😀", "😀", "😀x")]
    public void What_begins_with_a_text_stands_before_what_comes_after_it(string beginning, params string[] texts)
    {
        var after = SearchKey.After(beginning);

        Assert.That(texts.Select(text => string.CompareOrdinal(text, after)), Is.All.Negative, "UTF-16");
        Assert.That(texts.Select(text => Bytes(text).AsSpan().SequenceCompareTo(Bytes(after))), Is.All.Negative, "UTF-8");

        static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
    }
}
