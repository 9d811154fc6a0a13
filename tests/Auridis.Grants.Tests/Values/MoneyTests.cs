using System.Globalization;
using System.Text.Json;
using WireJson = Auridis.Grants.Api.Platform.Http.Json;

namespace Auridis.Grants.Tests.Values;

[TestFixture]
public sealed class MoneyTests
{
    [TestCase("0.00", 0)]
    [TestCase("0.01", 1)]
    [TestCase("-0.01", -1)]
    [TestCase("100000.00", 100_000_00)]
    [TestCase("999999999.99", Money.MaxCents)]
    [TestCase("-999999999.99", -Money.MaxCents)]
    public void An_amount_is_a_decimal_with_two_places(string amount, long cents)
    {
        Assert.That(Money.TryParse(amount, out var money), Is.True);
        Assert.That((money.Cents, money.ToAmount()), Is.EqualTo((cents, amount)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("1")]
    [TestCase("1.")]
    [TestCase("1.0")]
    [TestCase("1.000")]
    [TestCase(".50")]
    [TestCase("01.00")]
    [TestCase("+1.00")]
    [TestCase("1,00")]
    [TestCase("1 000.00")]
    [TestCase("1.00 ")]
    [TestCase(" 1.00")]
    [TestCase("1.00\n")]
    [TestCase("1e3")]
    [TestCase("NaN")]
    [TestCase("١.٠٠")]
    [TestCase("--1.00")]
    [TestCase("-0.00")]
    [TestCase("1000000000.00")]
    [TestCase("99999999999999999999.00")]
    public void Anything_else_is_refused(string? amount) => Assert.That(Money.TryParse(amount, out _), Is.False);

    [TestCase("""{"amount":"12.34","currency":"EUR"}""")]
    [TestCase("""{"currency":"EUR","amount":"12.34"}""")]
    public void Json_is_an_object_with_amount_and_currency(string json) =>
        Assert.That(JsonSerializer.Deserialize<Money>(json, WireJson.Options).Cents, Is.EqualTo(1234));

    [TestCase("12.34")]
    [TestCase("\"12.34\"")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"amount":"12.34"}""")]
    [TestCase("""{"amount":12.34,"currency":"EUR"}""")]
    [TestCase("""{"amount":null,"currency":"EUR"}""")]
    [TestCase("""{"amount":"12.34","currency":"USD"}""")]
    [TestCase("""{"amount":"12.34","currency":"eur"}""")]
    [TestCase("""{"amount":"12.34","currency":"EUR","vat":"0.00"}""")]
    [TestCase("""{"amount":"12.34","amount":"12.34","currency":"EUR"}""")]
    [TestCase("""{"amount":"12.345","currency":"EUR"}""")]
    public void Other_json_is_refused(string json) =>
        Assert.That(() => JsonSerializer.Deserialize<Money>(json, WireJson.Options), Throws.InstanceOf<JsonException>());

    [TestCase("en", "1,234,567.89 EUR", "-0.05 EUR")]
    [TestCase("de", "1.234.567,89 EUR", "-0,05 EUR")]
    public void A_sentence_has_it_as_its_reader_writes_it(string language, string large, string small)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.That((new Money(123456789).ToString(), new Money(-5).ToString()), Is.EqualTo((large, small)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
