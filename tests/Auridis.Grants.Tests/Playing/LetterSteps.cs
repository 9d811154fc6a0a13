using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Playing;

/// <summary>Letters on their way, through HTTP.</summary>
static class LetterSteps
{
    /// <summary>The business date.</summary>
    public static DateOnly Today(this GrantsApp app) => app.Services.GetRequiredService<BusinessClock>().Today;

    /// <summary>Moves the business clock by days.</summary>
    public static Task Pass(this GrantsApp app, int days) => app.SetClock(Written(app.Today().AddDays(days)));

    /// <summary>The letters of an application, as a person sees them.</summary>
    public static async Task<List<JsonElement>> LettersOf(this GrantsApp app, string application, GrantsClient? person = null) =>
    [
        .. (await (person ?? app.As("caseworker-1")).Get(application + "/letters")).Succeeded()
            .Json.GetProperty("items").EnumerateArray(),
    ];

    /// <summary>The latest letter of an application, as a caseworker reads it.</summary>
    public static async Task<Answer> LetterOf(this GrantsApp app, string application) =>
        await app.Letter((await app.LettersOf(application))[^1].GetProperty("id").GetString()!);

    /// <summary>A letter, as a caseworker reads it.</summary>
    public static async Task<Answer> Letter(this GrantsApp app, string id) =>
        (await app.As("caseworker-1").Get("/letters/" + id)).Succeeded();

    /// <summary>Sends a letter out; the answer may be a refusal.</summary>
    public static Task<Answer> Dispatch(this GrantsApp app, Answer letter, string channel, DateOnly? on = null) =>
        app.As("caseworker-1").Post($"/letters/{letter["id"]}/dispatch", new { channel, on = on ?? app.Today() }, letter.ETag);

    /// <summary>Records a receipt; the answer may be a refusal.</summary>
    public static Task<Answer> Receive(this GrantsApp app, Answer letter, DateOnly receivedOn) =>
        app.As("caseworker-1").Post($"/letters/{letter["id"]}/receipt", new { receivedOn }, letter.ETag);

    /// <summary>As it stands in JSON.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
