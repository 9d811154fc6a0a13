using Auridis.Grants.Api.Platform.Security.Development;

namespace Auridis.Grants.Tests.Platform.Security;

/// <summary>Whom a token stands for: a person, a machine, or nobody. The tokens have the claims that the authorities really send.</summary>
[TestFixture]
public sealed class CallerTests
{
    [TestCase("name", """
        {"sub":"3f1c0a52-8f2e-4bb1-a9d3-0d8f6a5c1b11","typ":"Bearer","azp":"portal","sid":"9a1d",
        "acr":"1","scope":"openid profile","name":"Erika Muster","preferred_username":"erika"}
        """, TestName = "{m}: Keycloak")]
    [TestCase("name", """
        {"sub":"3f1c0a52-8f2e-4bb1-a9d3-0d8f6a5c1b11","typ":"Bearer","azp":"portal",
        "nonce":"n-1","name":"Erika Muster","preferred_username":"erika"}
        """, TestName = "{m}: Keycloak before 25")]
    [TestCase("https://grants.example/name",
        """{"sub":"auth0|61f0c1","azp":"Hk2J3","scope":"openid profile","https://grants.example/name":"Erika Muster"}""",
        TestName = "{m}: Auth0")]
    [TestCase("uid",
        """{"sub":"erika@example.org","ver":1,"cid":"0oa1b2","uid":"00u1c2","scp":["openid","profile"],"auth_time":1700000000}""",
        TestName = "{m}: Okta")]
    [TestCase("name", """
        {"sub":"pBgfT1","oid":"8c1f1d5e-0000-4000-8000-000000000001","appid":"2d4d11a2",
        "azpacr":"0","name":"Erika Muster","scp":"access_as_user","idtyp":"user"}
        """, TestName = "{m}: Entra ID")]
    [TestCase("amr", """{"sub":"818727","client_id":"portal","idp":"local","amr":["pwd"],"auth_time":1700000000,"sid":"F0A1"}""",
        TestName = "{m}: Duende")]
    public async Task A_persons_token_decides(string personClaim, string claims) =>
        (await Ask(personClaim, claims)).Succeeded();

    [TestCase("name", """
        {"sub":"7c2e8f10-1111-4222-8333-94d5a6b7c8d9","typ":"Bearer","azp":"export-job",
        "client_id":"export-job","clientHost":"10.0.0.7","preferred_username":"service-account-export-job"}
        """, TestName = "{m}: Keycloak")]
    [TestCase("name", """
        {"sub":"7c2e8f10-1111-4222-8333-94d5a6b7c8d9","typ":"Bearer","azp":"export-job",
        "name":"Export Job","preferred_username":"service-account-export-job"}
        """, TestName = "{m}: Keycloak, service account with a name")]
    [TestCase("https://grants.example/name", """{"sub":"Hk2J3@clients","azp":"Hk2J3","gty":"client-credentials"}""",
        TestName = "{m}: Auth0")]
    [TestCase("azp", """{"sub":"Hk2J3@clients","azp":"Hk2J3"}""", TestName = "{m}: Auth0, claim for all")]
    [TestCase("azp", """{"sub":"Hk2J3-job","azp":"Hk2J3","gty":"client-credentials"}""", TestName = "{m}: Auth0, grant type alone")]
    [TestCase("uid", """{"sub":"0oa1b2","ver":1,"cid":"0oa1b2","scp":["grants"]}""", TestName = "{m}: Okta")]
    [TestCase("ver", """{"sub":"0oa1b2","ver":1,"cid":"0oa1b2","scp":["grants"]}""", TestName = "{m}: Okta, claim for all")]
    [TestCase("name", """{"sub":"5e1c","oid":"5e1c","appid":"2d4d11a2","azpacr":"1","idtyp":"app"}""", TestName = "{m}: Entra ID")]
    [TestCase("name", """{"sub":"5e1c","oid":"5e1c","appid":"2d4d11a2","azpacr":"1"}""", TestName = "{m}: Entra ID without idtyp")]
    [TestCase("oid", """{"sub":"5e1c","oid":"5e1c","appid":"2d4d11a2","idtyp":"app"}""", TestName = "{m}: Entra ID, claim for all")]
    [TestCase("amr", """{"client_id":"export-job","scope":["grants"]}""", TestName = "{m}: Duende")]
    [TestCase("client_id", """{"client_id":"export-job","scope":["grants"]}""", TestName = "{m}: Duende, claim for all")]
    [TestCase("name", """{"sub":"export-job","client_id":"export-job","name":"Export job"}""", TestName = "{m}: RFC 9068")]
    [TestCase("name", """{"sub":"4711","client":"export-job"}""", TestName = "{m}: an authority that nobody knows")]
    [TestCase("name", """{"sub":"4711","name":" "}""", TestName = "{m}: a blank name")]
    public async Task A_machines_token_decides_nothing(string personClaim, string claims) =>
        (await Ask(personClaim, claims)).Refused(403, "person-required");

    [TestCase("""{"sub":"4711","name":"Erika Muster","at_hash":"abc"}""")]
    [TestCase("""{"sub":"4711","name":"Erika Muster","nonce":"n-1"}""")]
    [TestCase("""{"sub":"4711","name":"Erika Muster","typ":"ID"}""")]
    [TestCase("""{"scope":"grants"}""")]
    [TestCase("""{"sub":"","client_id":"export-job"}""")]
    public async Task What_is_no_access_token_of_somebody_is_refused(string claims)
    {
        var refused = (await Ask("name", claims)).Refused(401, "unauthenticated");
        Assert.That(refused.Headers["WWW-Authenticate"], Does.StartWith("Bearer error=\"invalid_token\""));
    }

    [Test]
    public async Task Two_clients_without_a_subject_are_two_callers()
    {
        await using var app = await GrantsApp.Start(DatabaseKind.Sqlite, ("RateLimit:PermitsPerMinute", "1"));
        var (first, second) = (With(app, """{"client_id":"first"}"""), With(app, """{"azp":"second"}"""));
        (await first.Get("/clock")).Succeeded();
        (await first.Get("/clock")).Refused(429, "too-many-requests");
        (await second.Get("/clock")).Succeeded();
    }

    /// <summary>The limit counts by caller, and the audit trail names the caller: whoever shares the one shares the other.</summary>
    [TestCase("""{"client_id":"job"}""", """{"sub":"client:job","name":"Job"}""")]
    [TestCase("""{"sub":"job","client_id":"job"}""", """{"sub":"job","name":"Job","client_id":"portal"}""")]
    [TestCase("""{"sub":"job","idtyp":"app"}""", """{"sub":"JOB","name":"Job","idtyp":"user"}""")]
    public async Task A_person_who_is_called_as_a_machine_is_is_another_caller(string machine, string person)
    {
        await using var app = await GrantsApp.Start(DatabaseKind.Sqlite, ("RateLimit:PermitsPerMinute", "1"));
        (await With(app, machine).Put("/clock", new { now = "2018-10-02T08:00:00Z" })).Succeeded();
        (await With(app, machine).Get("/clock")).Refused(429, "too-many-requests");
        (await With(app, person).Put("/clock", new { now = "2018-10-02T09:00:00Z" })).Succeeded();

        var actors = await app.Db.Read(
            session => session.All<string>("select distinct Actor from AuditEvent where Action = 'clock.set'"), CancellationToken.None);
        Assert.That(actors, Has.Count.EqualTo(2).And.One.StartsWith($"client:{DevelopmentIssuer.Issuer}#"));
    }

    [TestCase("JWT", true)]
    [TestCase("at+jwt", false)]
    public async Task Only_the_types_that_are_set_are_accepted(string type, bool accepted)
    {
        await using var app = await GrantsApp.Start(DatabaseKind.Sqlite, ("Identity:TokenTypes:0", type));
        Assert.That((int)(await app.As("auditor-1").Get("/clock")).Status, Is.EqualTo(accepted ? 200 : 401));
    }

    [Test]
    public async Task The_built_in_issuer_keeps_to_the_settings()
    {
        await using var app = await GrantsApp.Start(DatabaseKind.Sqlite, ("Identity:PersonClaim", "uid"), ("Identity:RoleClaim", "groups"),
            ("Identity:Audience", "grants"));
        (await app.As("caseworker-1").Post("/programmes", Sample.Programme("SETTINGS"))).Succeeded();
        (await app.AsMachine().Get("/export-runs")).Succeeded();
    }

    static async Task<Answer> Ask(string personClaim, string claims)
    {
        await using var app = await GrantsApp.Start(DatabaseKind.Sqlite, ("Identity:PersonClaim", personClaim));
        return await With(app, claims).Post("/programmes", Sample.Programme("CALLER"));
    }

    static GrantsClient With(GrantsApp app, string claims) => app.WithClaims(claims, Role.Caseworker);
}
