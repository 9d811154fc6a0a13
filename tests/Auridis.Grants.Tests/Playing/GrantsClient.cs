using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using WireJson = Auridis.Grants.Api.Platform.Http.Json;

namespace Auridis.Grants.Tests.Playing;

/// <summary>Speaks HTTP as a partner's system would.</summary>
sealed class GrantsClient(HttpClient http)
{
    public HttpClient Http => http;

    public Task<Answer> Get(string path, string? ifNoneMatch = null, string? language = null) =>
        Send(HttpMethod.Get, path, null, headers => (headers.IfNoneMatch, headers.Language) = (ifNoneMatch, language));

    /// <param name="body">An object to send as JSON, or a text to send as it is.</param>
    public Task<Answer> Post(string path, object? body = null, string? ifMatch = null, string? key = null, string? language = null) =>
        Send(HttpMethod.Post, path, body, headers => (headers.IfMatch, headers.Key, headers.Language) = (ifMatch, key, language));

    /// <summary>Sends bytes as they are.</summary>
    public Task<Answer> PostFile(string path, byte[] file, string type, string? key = null, string? language = null) =>
        Send(HttpMethod.Post, path, File(file, type), headers => (headers.Key, headers.Language) = (key, language));

    public Task<Answer> Put(string path, object? body, string? ifMatch = null) =>
        Send(HttpMethod.Put, path, body, headers => headers.IfMatch = ifMatch);

    /// <summary>Sends a file as it is.</summary>
    /// <param name="name">Its name; null for a request that names none.</param>
    public Task<Answer> Upload(string path, byte[] bytes, string type, string? name, string? key = null, bool chunked = false)
    {
        var file = File(bytes, type);
        if (name is not null)
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        return Send(HttpMethod.Post, path, file, headers => (headers.Key, headers.Chunked) = (key, chunked));
    }

    /// <param name="patch">An object to send as a merge patch, or a text to send as it is.</param>
    public Task<Answer> Patch(string path, object patch, string? ifMatch = null) =>
        Send(HttpMethod.Patch, path, patch, headers => (headers.IfMatch, headers.Type) = (ifMatch, "application/merge-patch+json"));

    public Task<Answer> Delete(string path, string? ifMatch = null) =>
        Send(HttpMethod.Delete, path, null, headers => headers.IfMatch = ifMatch);

    static ByteArrayContent File(byte[] bytes, string type)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return file;
    }

    async Task<Answer> Send(HttpMethod method, string path, object? body, Action<Headers> set)
    {
        var headers = new Headers();
        set(headers);
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TransferEncodingChunked = headers.Chunked ? true : null;
        if (body is HttpContent file)
        {
            request.Content = file;
        }
        else if (body is not null)
        {
            var json = body as string ?? JsonSerializer.Serialize(body, WireJson.Options);
            request.Content = new StringContent(json, Encoding.UTF8, headers.Type);
        }
        Add(request, "If-Match", headers.IfMatch);
        Add(request, "If-None-Match", headers.IfNoneMatch);
        Add(request, "Idempotency-Key", headers.Key);
        Add(request, "Accept-Language", headers.Language);
        using var response = await http.SendAsync(request);
        var answer = new Answer(
            response.StatusCode,
            response.Headers.ETag?.ToString(),
            response.Headers.Location?.ToString(),
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsByteArrayAsync(),
            response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase));
        // A client is promised a list of codes for each operation: every test, whatever it is about, checks that promise.
        if (answer.Code is { } code && answer.Headers.TryGetValue(GrantsApp.DeclaredProblems.Header, out var declared))
            Assert.That(declared.Split(' '), Does.Contain(code), $"{method} {path} does not declare the problem it answers");
        if (answer.Code is not null && answer.Json.TryGetProperty("errors", out var errors))
        {
            Assert.That(errors.EnumerateObject().Select(error => error.Name),
                Is.All.Matches(PlaceIn(inBody: method != HttpMethod.Get && body is not HttpContent)), $"{method} {path}");
        }
        if (answer is { MediaType: "application/json" }
            && answer.Headers.TryGetValue(GrantsApp.DeclaredProblems.Operation, out var operation))
            SeenAnswers.Add(operation, answer.Json);
        return answer;
    }

    /// <summary>As the document says: a JSON pointer into the body, or the name of a parameter of the query.</summary>
    static Predicate<string?> PlaceIn(bool inBody) =>
        inBody ? pointer => pointer is "" or ['/', ..] : name => name is not ['/', ..];

    static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
            request.Headers.TryAddWithoutValidation(name, value);
    }

    sealed class Headers
    {
        public string Type { get; set; } = "application/json";
        public string? IfMatch { get; set; }
        public string? IfNoneMatch { get; set; }
        public string? Key { get; set; }
        public bool Chunked { get; set; }
        public string? Language { get; set; }
    }
}

/// <summary>An answer, read to its end.</summary>
sealed record Answer(HttpStatusCode Status, string? ETag, string? Location, string? MediaType, byte[] Bytes,
    IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The code of a problem.</summary>
    public string? Code => MediaType == "application/problem+json" ? Json.GetProperty("code").GetString() : null;

    /// <summary>A member of the body as text, down a path as in <c>terms.title</c>.</summary>
    public string this[string path] => path.Split('.').Aggregate(Json, (json, name) => json.GetProperty(name)).ToString();

    /// <summary>Asserts success and yields itself.</summary>
    public Answer Succeeded()
    {
        Assert.That((int)Status, Is.InRange(200, 299), Text);
        return this;
    }

    /// <summary>Asserts a problem with this status and code, and yields itself.</summary>
    public Answer Refused(int status, string code)
    {
        Assert.That(((int)Status, Code), Is.EqualTo((status, code)), Text);
        return this;
    }
}
