using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Auridis.Grants.Tests.Playing;

/// <summary>
/// A file of requests as editors read it (<c>.http</c>): <c>###</c> begins a request, <c># @name x</c> names it, <c>@x = …</c> is a
/// variable, <c>{{x}}</c> its value, and <c>{{x.response.body.$.id}}</c> a member of the answer to the request of that name.
/// </summary>
sealed partial class HttpFile(string path)
{
    readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    readonly Dictionary<string, JsonElement> answers = new(StringComparer.Ordinal);

    /// <summary>Sends all requests in their order; each must succeed.</summary>
    /// <param name="http">Sends them.</param>
    /// <param name="given">Variables whose value in the file is another's.</param>
    /// <returns>What was sent, as in the title after <c>###</c>.</returns>
    public async Task<List<string>> Play(HttpClient http, params (string Name, string Value)[] given)
    {
        List<string> played = [];
        foreach (var part in Regex.Split(await File.ReadAllTextAsync(path), "^###", RegexOptions.Multiline, TimeSpan.FromSeconds(1)))
        {
            var lines = part.Split('\n');
            var head = lines.Skip(1).TakeWhile(line => line.Length > 0 && line[0] != '@').ToList();
            var comments = head.TakeWhile(line => line[0] == '#').ToList();
            if (head.Count > comments.Count)
            {
                var name = comments.Select(comment => Name().Match(comment)).FirstOrDefault(match => match.Success)?.Groups["name"].Value;
                await Send(http, lines[0].Trim(), name, head[comments.Count..], Body(lines.Skip(1 + head.Count)));
                played.Add(lines[0].Trim());
            }
            foreach (var (variable, value) in lines.Select(line => Variable().Match(line)).Where(match => match.Success)
                .Select(match => (match.Groups["name"].Value, match.Groups["value"].Value)))
                variables[variable] = given.FirstOrDefault(own => own.Name == variable).Value ?? Filled(value);
        }
        return played;
    }

    /// <summary>What stands after the empty line; variables may follow it.</summary>
    static string Body(IEnumerable<string> lines) => string.Join('\n', lines.TakeWhile(line => !line.StartsWith('@'))).Trim();

    async Task Send(HttpClient http, string title, string? name, List<string> head, string body)
    {
        var (method, url) = (head[0].Split(' ')[0], head[0].Split(' ')[1]);
        using var request = new HttpRequestMessage(new HttpMethod(method), Filled(url));
        var headers = head.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => Filled(pair[1]), StringComparer.OrdinalIgnoreCase);
        if (headers.Remove("Content-Type", out var type))
        {
            request.Content = new StringContent(Filled(body), Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }
        foreach (var (header, value) in headers)
            request.Headers.TryAddWithoutValidation(header, value);
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.InRange(200, 299), $"{title}: {method} {request.RequestUri}: {answer}");
        if (name is not null)
            answers[name] = JsonDocument.Parse(answer).RootElement;
    }

    string Filled(string text) => Reference().Replace(text, match =>
    {
        var reference = match.Groups["reference"].Value;
        return reference.Split(".response.body.$.") is [var name, var member] ? Member(answers[name], member) : variables[reference];
    });

    static string Member(JsonElement answer, string path) => Step().Matches(path).Aggregate(answer, (json, step) =>
        step.Groups["index"].Success
            ? json[int.Parse(step.Groups["index"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)]
            : json.GetProperty(step.Value)).ToString();

    [GeneratedRegex(@"^# @name (?<name>\w+)\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^@(?<name>\w+) = (?<value>.*?)\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{\{(?<reference>[^}]+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\[(?<index>\d+)\]|\w+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Step();
}
