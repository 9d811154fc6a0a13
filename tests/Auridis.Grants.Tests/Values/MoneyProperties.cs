using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using WireJson = Auridis.Grants.Api.Platform.Http.Json;

namespace Auridis.Grants.Tests.Values;

[TestFixture]
public sealed class MoneyProperties
{
    // DoNotSize: the whole range of a long. Sized, the largest amount would be a euro.
    [FsCheck.NUnit.Property]
    public bool An_amount_that_is_written_reads_back(DoNotSize<long> any)
    {
        var money = new Money(any.Item % (Money.MaxCents + 1));
        return Money.TryParse(money.ToAmount(), out var back) && back == money;
    }

    [FsCheck.NUnit.Property]
    public bool Json_that_is_written_reads_back(DoNotSize<long> any)
    {
        var money = new Money(any.Item % (Money.MaxCents + 1));
        return JsonSerializer.Deserialize<Money>(JsonSerializer.Serialize(money, WireJson.Options), WireJson.Options) == money;
    }

    [FsCheck.NUnit.Property]
    public bool Every_amount_that_a_long_holds_can_be_written(DoNotSize<long> any) =>
        decimal.Parse(new Money(any.Item).ToAmount(), CultureInfo.InvariantCulture) * 100 == any.Item;

    /// <summary>One amount, one text: whatever is accepted is what would be written.</summary>
    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public bool A_text_is_accepted_only_as_it_would_be_written(string? text) =>
        !Money.TryParse(text, out var money) || money.ToAmount() == text;

    /// <summary>The same for texts that are nearly amounts, which random strings never are.</summary>
    [FsCheck.NUnit.Property(MaxTest = 5000)]
    public bool A_text_that_looks_like_an_amount_is_accepted_only_as_it_would_be_written(uint seed, int length)
    {
        const string alphabet = "0123456789.-+,eE ";
        var random = new Random(unchecked((int)seed));
        var text = string.Concat(Enumerable.Range(0, Math.Abs(length % 16)).Select(_ => alphabet[random.Next(alphabet.Length)]));
        var isAmount = Regex.IsMatch(text, @"^(?!-0\.00)-?(?:0|[1-9][0-9]{0,8})\.[0-9]{2}\z", RegexOptions.CultureInvariant,
            TimeSpan.FromMinutes(1));
        return Money.TryParse(text, out var money) == isAmount && (!isAmount || money.ToAmount() == text);
    }
}
