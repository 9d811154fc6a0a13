using Auridis.Grants.Api;
using Auridis.Grants.Api.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Auridis.Grants.Tests.Platform.Security;

/// <summary>What is wrong with the authority is said at the start, not at the first request.</summary>
[TestFixture]
public sealed class IdentitySettingsTests
{
    [TestCase("Production", null, "Identity__Authority is not set")]
    [TestCase("Production", "", "Identity__Authority is ''")]
    [TestCase("Development", " ", "Identity__Authority is ' '")]
    [TestCase("Production", "login.example.org", "Identity__Authority is 'login.example.org'")]
    [TestCase("Production", "/realm", "Identity__Authority is '/realm'")]
    [TestCase("Production", "http://login.example.org/realm", "Identity__Authority is 'http://login.example.org/realm'")]
    [TestCase("Development", "ftp://login.example.org", "Identity__Authority is 'ftp://login.example.org'")]
    [TestCase("Production", "https://login.example.org/realm?tenant=1",
        "Identity__Authority is 'https://login.example.org/realm?tenant=1'")]
    public void An_authority_that_is_no_safe_address_stops_the_start(string environment, string? authority, string sentence) =>
        Assert.That(() => Read(environment, ("Authority", authority)),
            Throws.TypeOf<SettingsException>().With.Message.StartsWith(sentence));

    [TestCase("Production", "https://login.example.org/realm")]
    [TestCase("Production", "http://localhost:8080/realms/grants")]
    [TestCase("Production", "http://127.0.0.1:8080")]
    [TestCase("Development", "http://keycloak:8080/realms/grants")]
    [TestCase("Development", null)]
    public void An_address_is_taken(string environment, string? authority) =>
        Assert.That(Read(environment, ("Authority", authority)).Authority, Is.EqualTo(authority));

    public void A_blank_name_stops_the_start([Values("Audience", "RoleClaim", "PersonClaim")] string name) =>
        Assert.That(() => Read("Development", (name, " ")),
            Throws.TypeOf<SettingsException>().With.Message.StartsWith($"Identity__{name} is blank"));

    [Test]
    public void A_blank_type_stops_the_start() =>
        Assert.That(() => Read("Development", ("TokenTypes:0", "")),
            Throws.TypeOf<SettingsException>().With.Message.StartsWith("Identity__TokenTypes is blank"));

    [Test]
    public void The_server_reads_them_before_it_starts()
    {
        var builder = Builder("Production", ("Authority", "http://login.example.org"));
        Assert.That(builder.AddGrants, Throws.TypeOf<SettingsException>());
    }

    static IdentitySettings Read(string environment, params (string Name, string? Value)[] settings)
    {
        var builder = Builder(environment, settings);
        return IdentitySettings.Read(builder.Configuration, builder.Environment);
    }

    static WebApplicationBuilder Builder(string environment, params (string Name, string? Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Where(setting => setting.Value is not null)
            .Select(setting => KeyValuePair.Create($"Identity:{setting.Name}", setting.Value)));
        return builder;
    }
}
