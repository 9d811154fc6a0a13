using Auridis.Grants.Api.Security;
using Auridis.Grants.Api.Security.Development;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Api;

/// <summary>Who may call what: every route with every role, through HTTP, against one table.</summary>
[TestFixture]
public sealed class PolicyTests
{
    /// <summary>
    /// Route, then the roles that may call it. <c>anybody</c> needs no token, <c>all</c> is every role; <c>+ person</c> makes it a decision
    /// that a machine with the same role is refused.
    /// </summary>
    const string Table = """
        GET    /audit-events                  auditor
        GET    /audit-events/verify           auditor
        GET    /clock                         all
        PUT    /clock                         all
        GET    /health/live                   anybody
        GET    /health/ready                  anybody
        GET    /problems                      anybody
        GET    /problems/{code}               anybody
        GET    /programmes                    all
        POST   /programmes                    caseworker + person
        GET    /programmes/{id:guid}          all
        PUT    /programmes/{id:guid}          caseworker + person
        DELETE /programmes/{id:guid}          caseworker + person
        POST   /programmes/{id:guid}/close    caseworker + person
        POST   /programmes/{id:guid}/open     caseworker + person
        GET    /youth-offices                 all
        GET    /youth-offices/{id:guid}       all
        """;

    GrantsApp app = null!;

    [OneTimeSetUp]
    public async Task Start() => app = await GrantsApp.Start(DatabaseKind.Sqlite);

    [OneTimeTearDown]
    public async Task Stop() => await app.DisposeAsync();

    [Test]
    public void Every_route_stands_in_the_table() =>
        Assert.That(app.Routes.SelectMany(Names).Where(IsOurs), Is.EquivalentTo(Rows().Select(row => row.Route)));

    [Test]
    public async Task Every_role_may_call_what_the_table_says_and_nothing_else()
    {
        var issuer = app.Services.GetRequiredService<DevelopmentIssuer>();
        List<string> differences = [];
        foreach (var row in Rows())
        {
            var nobody = await Call(row.Route, null);
            if (nobody != (row.Anybody ? "allowed" : "unauthenticated"))
                differences.Add($"{row.Route} by nobody: {nobody}");
            foreach (var role in Roles.All)
            {
                var may = row.Anybody || row.Roles.Contains(role);
                var person = await Call(row.Route, issuer.TokenFor(new DemoPerson($"{role}-of-the-table", role, [role], role == Roles.Applicant ? "05512000" : null)));
                if (person != (may ? "allowed" : "forbidden"))
                    differences.Add($"{row.Route} by {role}: {person}");
                var machine = await Call(row.Route, issuer.TokenFor(new DemoMachine($"{role}-machine", "", [role])));
                if (machine != (!may ? "forbidden" : row.PersonOnly ? "person-required" : "allowed"))
                    differences.Add($"{row.Route} by a machine with {role}: {machine}");
            }
        }
        Assert.That(differences, Is.Empty);
    }

    [Test]
    public async Task A_route_without_a_policy_is_closed()
    {
        await using var careless = await GrantsApp.Start(DatabaseKind.Sqlite, [], builder => builder.WebHost.UseTestServer(), api => api.MapGet("/forgotten", () => "secret"));
        (await careless.With(null).Get("/forgotten")).Refused(401, "unauthenticated");
        foreach (var person in DemoPersons.Staff)
            (await careless.As(person.Subject).Get("/forgotten")).Refused(403, "forbidden");
    }

    /// <summary>What the caller is told before its request is looked at. Ids that do not exist and empty bodies keep it from changing anything.</summary>
    async Task<string> Call(string route, string? token)
    {
        var (method, path) = (route[..route.IndexOf(' ', StringComparison.Ordinal)], route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        using var request = new HttpRequestMessage(new HttpMethod(method), Filled(path));
        using var response = await app.With(token).Http.SendAsync(request);
        if ((int)response.StatusCode is not (401 or 403))
            return "allowed";
        var text = await response.Content.ReadAsStringAsync();
        return System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()!;
    }

    /// <summary>The path with something in place of its parameters.</summary>
    static string Filled(string path) => string.Join('/', path.Split('/').Select(part => part switch
    {
        ['{', ..] when part.Contains(":guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
        ['{', ..] => "0",
        _ => part,
    }));

    static IEnumerable<string> Names(RouteEndpoint route) =>
        (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} {route.RoutePattern.RawText}");

    /// <summary>The development issuer's pages exist in Development only, and are open to whoever tries the product out.</summary>
    static bool IsOurs(string route) => !route.Contains(" /development/", StringComparison.Ordinal);

    static IEnumerable<Row> Rows() => Table.Split('\n', StringSplitOptions.TrimEntries).Select(line =>
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var personOnly = words is [.., "+", "person"];
        var roles = words[2..^(personOnly ? 2 : 0)];
        return new Row($"{words[0]} {words[1]}", roles is ["anybody"], personOnly, roles is ["all"] ? [.. Roles.All] : [.. roles]);
    });

    sealed record Row(string Route, bool Anybody, bool PersonOnly, HashSet<string> Roles);
}
