using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Values;

public sealed class IbanTests
{
    const string Valid = "DE89370400440532013000";

    [TestCase(Valid)]
    [TestCase("DE89 3704 0044 0532 0130 00")]
    [TestCase("NL91ABNA0417164300")]
    [TestCase("NO9386011117947")]
    [TestCase("MT84MALT011000012345MTLCAST001S")]
    public void The_published_examples_are_right(string text) => Assert.That(Iban.TryParse(text, out _), Is.True);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("DE89")]
    [TestCase("DE8937040044053201300")]
    [TestCase("DE893704004405320130000")]
    [TestCase("XX89370400440532013000")]
    [TestCase("DE89370400440532013000\n")]
    [TestCase("DE89-3704-0044-0532-0130-00")]
    [TestCase("US64SVBKUS6S3300958879")]
    public void What_is_no_IBAN_is_refused(string? text) => Assert.That(Iban.TryParse(text, out _), Is.False);

    [TestCase("DE89 3704 0044 0532 0130 00")]
    [TestCase(" DE89370400440532013000 ")]
    [TestCase("DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000")]
    [TestCase("DE89\u202f3704\u2009004405\u20073201\u300030 00")]
    [TestCase("de89370400440532013000")]
    [TestCase("De89 3704 0044 0532 0130 00")]
    public void Another_writing_does_not_make_another_account(string written)
    {
        var (compact, pasted) = (Parsed(Valid), Parsed(written));

        Assert.That((pasted, pasted.ToString()), Is.EqualTo((compact, Valid)));
    }

    [Test]
    public void A_mask_shows_country_check_digits_and_the_last_four() =>
        Assert.That(Parsed(Valid).Masked, Is.EqualTo("DE89**************3000"));

    [FsCheck.NUnit.Property]
    public Property Any_single_changed_digit_is_refused() => Prop.ForAll(
        (from account in AnyGermanIban
         from place in Gen.Choose(2, 21)
         from shift in Gen.Choose(1, 9)
         select (account, changed: Change(account, place, shift))).ToArbitrary(),
        pair => Iban.TryParse(pair.account, out _) && !Iban.TryParse(pair.changed, out _));

    static Iban Parsed(string text) => Iban.TryParse(text, out var iban) ? iban : throw new FormatException(text);

    static Gen<string> AnyGermanIban =>
        from bank in Gen.Choose(10_000_000, 89_999_999)
        from high in Gen.Choose(0, 99_999)
        from low in Gen.Choose(0, 99_999)
        select WithCheckDigits(FormattableString.Invariant($"{bank:00000000}{high:00000}{low:00000}"));

    /// <summary>As the standard computes them, here with a big number: 98 less the remainder of the account with DE00 behind it.</summary>
    static string WithCheckDigits(string account)
    {
        var number = System.Numerics.BigInteger.Parse(account + "131400", System.Globalization.CultureInfo.InvariantCulture);
        return FormattableString.Invariant($"DE{98 - (int)(number % 97):00}{account}");
    }

    static string Change(string iban, int place, int shift) =>
        iban[..place] + (char)('0' + (iban[place] - '0' + shift) % 10) + iban[(place + 1)..];
}
