// A short round with the client of Kiota. The first argument is the address of the server.
using System.Text.Json;
using Grants.Kiota;
using Grants.Kiota.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

var server = args[0];
var caseworker = await SignIn("caseworker-1");

var listed = await caseworker.Programmes.GetAsync();
Console.WriteLine($"listed {listed!.Items![0].Code}");

var created = (await caseworker.Programmes.PostAsync(
    new CreateProgrammeRequest { Code = "CLIENT-CS", Terms = listed.Items[0].Terms },
    request => request.Headers.Add("Idempotency-Key", "kiota")))!;
var opened = (await caseworker.Programmes[created.Id!.Value].Open.PostAsync(
    request => request.Headers.Add("If-Match", $"\"{created.Version}\"")))!;
Console.WriteLine($"opened: {opened.Status}, lot {opened.Lot?.ToString() ?? "null"}");

try
{
    await caseworker.Programmes[created.Id.Value].Open.PostAsync(request => request.Headers.Add("If-Match", $"\"{opened.Version}\""));
}
catch (Problem problem)
{
    Console.WriteLine($"refused: {problem.Status} {problem.Code}: {problem.Message}");
}

var changes = await caseworker.Programmes.GetAsync(request => request.QueryParameters.ChangedSince = opened.UpdatedAt);
Console.WriteLine($"changed: {string.Join(',', changes!.Items!.Select(programme => programme.Code))}");

var accounting = await SignIn("accounting-1");
var run = (await accounting.ExportRuns.PostAsync(
    new CreateExportRunRequest { Format = ExportFormat.Csv }, request => request.Headers.Add("Idempotency-Key", "kiota")))!;
using var file = new StreamReader((await accounting.ExportRuns[run.Id!.Value].File.GetAsync())!);
Console.WriteLine($"exported: {(await file.ReadLineAsync())!.Split(',')[0]}");

async Task<GrantsClient> SignIn(string person)
{
    using var http = new HttpClient();
    using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "password", ["username"] = person });
    using var answer = await http.PostAsync(server + "/development/token", form);
    using var token = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
    var bearer = new BaseBearerTokenAuthenticationProvider(new Token(token.RootElement.GetProperty("access_token").GetString()!));
    return new GrantsClient(new HttpClientRequestAdapter(bearer) { BaseUrl = server });
}

sealed class Token(string token) : IAccessTokenProvider
{
    public AllowedHostsValidator AllowedHostsValidator { get; } = new();

    public Task<string> GetAuthorizationTokenAsync(
        Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(token);
}
