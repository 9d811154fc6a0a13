using System.Globalization;
using System.Text.Json.Nodes;

namespace Auridis.Grants.Api.Demo;

/// <summary>A round as it is played: the client, the dice, and the sites with what became of them.</summary>
sealed class Round(DemoClient api, int seed)
{
    // Everything that is chosen is chosen by this one, so that a seed gives the same round again.
    readonly Random dice = new(seed);

    public DemoClient Api => api;

    public JsonObject Programme { get; set; } = [];

    public string ProgrammePath => $"/programmes/{Programme["id"]}";

    /// <summary>The offices that apply, by AGS.</summary>
    public List<JsonObject> Offices { get; } = [];

    /// <summary>The sites that accepted, in the order of their award numbers.</summary>
    public List<Site> Sites { get; } = [];

    /// <summary>The references of the batches of payments, in their order.</summary>
    public List<string> Batches { get; } = [];

    public int Between(int least, int most) => dice.Next(least, most + 1);

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[dice.Next(choices.Count)];

    public void Shuffle<T>(Span<T> items) => dice.Shuffle(items);

    /// <summary>The business date.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Moves the business clock to nine in the morning of a day in Berlin's winter.</summary>
    public async Task GoTo(DateOnly day)
    {
        await api.Put("caseworker-1", "/clock", null, new
        {
            now = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T08:00:00Z",
        });
        Today = day;
    }

    /// <summary>The letters of an application that are still in the house go out by post.</summary>
    public async Task Dispatch(string applicationId)
    {
        foreach (var letter in await api.List("caseworker-1", $"/applications/{applicationId}/letters"))
        {
            if (letter["status"]!.GetValue<string>() == "created")
                await api.Post("caseworker-1", $"/letters/{letter["id"]}/dispatch", letter, new { channel = "post", on = Today });
        }
    }

    public static string ApplicantOf(string ags) => $"applicant-{ags}";

    public static object Wire(Money money) => new { amount = money.ToAmount(), currency = "EUR" };

    public static Money Amount(JsonNode? money) => Money.TryParse(money?["amount"]?.GetValue<string>(), out var amount)
        ? amount
        : throw new DemoFailedException($"'{money}' is not an amount.");
}

/// <summary>A selected Jugendamt and its money.</summary>
sealed class Site(string ags, string name, JsonObject award)
{
    public string Ags => ags;
    public string Name => name;
    public string Applicant => Round.ApplicantOf(ags);
    public JsonObject Award { get; set; } = award;
    public string AwardPath => $"/awards/{Award["id"]}";
    public string Reference => Award["reference"]!.GetValue<string>();
    public Money Awarded => Round.Amount(Award["amount"]);
    public string BankAccountId { get; set; } = "";
    public Money Paid { get; set; }
    public Money Spent { get; set; }
    public Money Returned { get; set; }
    public Money Interest { get; set; }
}
