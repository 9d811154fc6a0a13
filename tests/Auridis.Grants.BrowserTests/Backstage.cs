using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using WireJson = Auridis.Grants.Api.Platform.Http.Json;

namespace Auridis.Grants.BrowserTests;

/// <summary>What others do over HTTP while a tester sits at Swagger UI.</summary>
sealed class Backstage(string url) : IDisposable
{
    readonly HttpClient http = new() { BaseAddress = new Uri(url) };

    /// <summary>The only item of a list.</summary>
    public async Task<JsonElement> Only(string person, string list) =>
        (await Send(person, HttpMethod.Get, list, null, null)).GetProperty("items").EnumerateArray().Single();

    public Task<JsonElement> Post(string person, string path, object? body = null, JsonElement? seen = null) =>
        Send(person, HttpMethod.Post, path, body, seen);

    public Task<JsonElement> Put(string person, string path, object body, JsonElement? seen = null) =>
        Send(person, HttpMethod.Put, path, body, seen);

    public void Dispose() => http.Dispose();

    /// <param name="seen">The resource as it was seen: its version goes into If-Match.</param>
    async Task<JsonElement> Send(string person, HttpMethod method, string path, object? body, JsonElement? seen)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(person));
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
        if (seen is { } resource)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{resource.GetProperty("version")}\"");
        if (body is not null)
            request.Content = JsonContent.Create(body, options: WireJson.Options);
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.InRange(200, 299), $"{person}: {method} {path}: {answer}");
        return JsonDocument.Parse(answer).RootElement;
    }

    public async Task<string> Token(string person)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("username", person)]);
        using var response = await http.PostAsync("/development/token", form);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
