using System.Text.Json;
using System.Text.Json.Nodes;
using WireJson = Auridis.Grants.Api.Platform.Http.Json;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>What arrives when somebody makes a mistake, or means harm. Every refusal names its place and changes nothing.</summary>
public abstract class BadInputFixture(DatabaseKind kind) : ApiTests(kind)
{
    long auditHead;

    [OneTimeSetUp]
    public async Task Remember() => auditHead = await AuditHead();

    [TearDown]
    public async Task Nothing_has_changed() => Assert.That(await AuditHead(), Is.EqualTo(auditHead));

    private protected GrantsClient Caseworker => app.As("caseworker-1");

    private protected Task<long> AuditHead() =>
        app.Db.Read(session => session.One<long>("select Seq from AuditHead"), CancellationToken.None);

    /// <summary>The right request with another value at one place.</summary>
    private protected static string Spoilt(string path, string json)
    {
        var body = JsonSerializer.SerializeToNode(Sample.Programme("SPOILT"), WireJson.Options)!;
        var parts = path.Split('.');
        var parent = parts.SkipLast(1).Aggregate(body, (node, name) => node[name]!).AsObject();
        parent[parts[^1]] = JsonValue.Create("@value@");
        return body.ToJsonString(WireJson.Options).Replace("\"@value@\"", json, StringComparison.Ordinal);
    }

    private protected static async Task Refused(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType),
            Is.EqualTo((status, "application/problem+json")), text);
        Assert.That(JsonDocument.Parse(text).RootElement.GetProperty("code").GetString(), Is.EqualTo(code));
    }
}
