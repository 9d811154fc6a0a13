using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Auridis.Grants.Api.Demo;

/// <summary>
/// Speaks to the API over HTTP as a partner's system would: signs in, sends the version that it saw, and a key for what moves money. It
/// knows only the contract of the program.
/// </summary>
sealed class DemoClient(Uri address) : IDisposable
{
    readonly HttpClient http = new() { BaseAddress = address };
    readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);
    int keys;

    /// <summary>How many requests were answered.</summary>
    public int Requests { get; private set; }

    public Task<JsonObject> Get(string person, string path) => Send(person, HttpMethod.Get, path, null, null);

    /// <summary>All items of a list, page by page.</summary>
    public async Task<List<JsonObject>> List(string person, string path)
    {
        List<JsonObject> items = [];
        for (var next = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "limit=200"; ;)
        {
            var page = await Get(person, next);
            items.AddRange(page["items"]!.AsArray().Select(item => item!.AsObject()));
            if (page["nextCursor"]?.GetValue<string>() is not { } cursor)
                return items;
            next = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}limit=200&cursor={cursor}";
        }
    }

    /// <summary>Creates a resource, or records something that happened.</summary>
    public Task<JsonObject> Post(string person, string path, object? body = null) => Send(person, HttpMethod.Post, path, body, null);

    /// <summary>Takes a resource a step further, from the version that was seen.</summary>
    public Task<JsonObject> Post(string person, string path, JsonObject seen, object? body = null) =>
        Send(person, HttpMethod.Post, path, body, seen);

    public Task<JsonObject> Put(string person, string path, JsonObject? seen, object body) =>
        Send(person, HttpMethod.Put, path, body, seen);

    public async Task<byte[]> Download(string person, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(person));
        using var response = await http.SendAsync(request);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync()
            : throw new DemoFailedException($"GET {path}: {(int)response.StatusCode}");
    }

    public void Dispose() => http.Dispose();

    async Task<JsonObject> Send(string person, HttpMethod method, string path, object? body, JsonObject? seen)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(person));
        if (seen is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen["version"]}\"");
        if (method == HttpMethod.Post)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", $"demo-{++keys}");
        if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType());
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Requests++;
        if (!response.IsSuccessStatusCode)
            throw new DemoFailedException($"{person}: {method} {path} was answered with {(int)response.StatusCode} {answer}");
        return JsonNode.Parse(answer)!.AsObject();
    }

    async Task<string> Token(string person)
    {
        if (tokens.TryGetValue(person, out var known))
            return known;
        // The export job is a machine and signs in with its secret; everybody else is a person.
        using var form = new FormUrlEncodedContent(person == ExportJob
            ? [new("grant_type", "client_credentials"), new("client_id", ExportJob), new("client_secret", "development-only")]
            : (KeyValuePair<string, string>[])[new("grant_type", "password"), new("username", person)]);
        using var response = await http.PostAsync(new Uri("/development/token", UriKind.Relative), form);
        if (!response.IsSuccessStatusCode)
        {
            var why = await response.Content.ReadAsStringAsync();
            throw new DemoFailedException($"{person} could not sign in: {(int)response.StatusCode} {why}");
        }
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return tokens[person] = answer.GetProperty("access_token").GetString()!;
    }

    public const string ExportJob = "export-job";
}

/// <summary>The round did not go as it should; the message says where.</summary>
sealed class DemoFailedException(string message) : Exception(message);
