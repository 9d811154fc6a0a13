using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Auridis.Grants.Tests.Platform.Security;

/// <summary>
/// The API at a real OpenID provider, whose keys come and go, and which does not always answer. The API's clock is the test's: minutes
/// pass at once.
/// </summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[CancelAfter(300_000)]
public sealed class AuthorityTests : IAsyncDisposable
{
    readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
    readonly LogRecorder log = new();
    OidcProvider provider = null!;
    GrantsApp api = null!;

    public async ValueTask DisposeAsync()
    {
        if (api is not null)
            await api.DisposeAsync();
        if (provider is not null)
            await provider.DisposeAsync();
        log.Dispose();
    }

    [Test]
    public async Task Somebody_signs_in_with_a_code_and_PKCE_and_acts()
    {
        await Start();

        var token = await provider.SignIn("jörg", Role.Caseworker);

        (await api.With(token).Post("/programmes", Sample.Programme("SIGNED-IN"))).Succeeded();
    }

    [Test]
    public async Task The_ID_token_of_the_sign_in_is_no_access_token()
    {
        await Start();

        await provider.SignIn("jörg", Role.Caseworker);

        (await api.With(provider.LastIdToken).Get("/programmes")).Refused(401, "unauthenticated");
    }

    [Test]
    public async Task The_keys_are_read_at_the_start_and_nobody_waits_for_them()
    {
        await Start();
        var token = await provider.SignIn("anna", Role.Auditor);
        await Until(async () => await ReadyStatus() == "healthy");

        provider.Mood = Mood.Hangs;
        (await Get(token)).Succeeded();

        Assert.That(provider.Asked, Is.EqualTo(1));
    }

    [Test]
    public async Task A_token_is_checked_once_also_when_the_keys_are_read_again()
    {
        await Start();
        var token = await provider.SignIn("anna", Role.Auditor);
        var options = api.Services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>().Get(JwtBearerDefaults.AuthenticationScheme);
        var tokens = options.TokenHandlers.Single();
        var first = await tokens.ValidateTokenAsync(token, options.TokenValidationParameters);
        time.Advance(AuthorityKeys.Pause);

        // The forged one has them read.
        var forged = await tokens.ValidateTokenAsync(provider.Forged(), options.TokenValidationParameters);

        Assert.That((first.IsValid, forged.IsValid, provider.Asked), Is.EqualTo((true, false, 2)));
        Assert.That(await tokens.ValidateTokenAsync(token, options.TokenValidationParameters), Is.SameAs(first));
    }

    [Test]
    public async Task A_withdrawn_key_is_noticed_within_five_minutes_also_when_its_token_is_remembered()
    {
        await Start();
        var token = await provider.SignIn("anna", Role.Auditor);
        (await Get(token)).Succeeded();
        provider.Rotate();
        provider.Withdraw();
        provider.Rotate();
        (await Get(token)).Succeeded();

        time.Advance(AuthorityKeys.Interval);
        await Until(async () => (int)(await Get(token)).Status == 401);

        (await Get(await provider.SignIn("anna", Role.Auditor))).Succeeded();
        // One reading may fail on the way.
        Assert.That(AuthorityKeys.Interval + 2 * AuthorityKeys.Patience + AuthorityKeys.Retry, Is.LessThan(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task A_withdrawn_key_is_noticed_though_nobody_asks_anything_meanwhile()
    {
        await Start();
        var token = await provider.SignIn("anna", Role.Auditor);
        (await Get(token)).Succeeded();
        provider.Withdraw();
        provider.Rotate();

        time.Advance(AuthorityKeys.Interval);
        await Until(() => Task.FromResult(provider.Asked == 2));
        (await Get(await provider.SignIn("anna", Role.Auditor))).Succeeded();

        (await Get(token)).Refused(401, "unauthenticated");
    }

    [Test]
    public async Task The_first_token_of_a_new_key_is_taken()
    {
        await Start();
        (await Get(await provider.SignIn("anna", Role.Auditor))).Succeeded();
        provider.Rotate();
        time.Advance(AuthorityKeys.Pause);

        (await Get(await provider.SignIn("anna", Role.Auditor))).Succeeded();

        Assert.That(provider.Asked, Is.EqualTo(2));
    }

    [Test]
    public async Task When_keys_come_and_others_stay_what_is_signed_by_those_goes_on()
    {
        await Start();
        var old = await provider.SignIn("anna", Role.Auditor);
        (await Get(old)).Succeeded();
        provider.Rotate();
        time.Advance(AuthorityKeys.Pause);
        (await Get(await provider.SignIn("bert", Role.Auditor))).Succeeded();

        (await Get(old)).Succeeded();
    }

    [Test]
    public async Task A_flood_of_forged_tokens_asks_once_in_half_a_minute_and_a_new_key_is_known_after_that()
    {
        await Start();
        (await Get(await provider.SignIn("anna", Role.Auditor))).Succeeded();
        time.Advance(AuthorityKeys.Pause);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
            (await Get(provider.Forged())).Refused(401, "unauthenticated"))));
        Assert.That(provider.Asked, Is.EqualTo(2));

        provider.Rotate();
        var token = await provider.SignIn("anna", Role.Auditor);
        time.Advance(AuthorityKeys.Pause);
        (await Get(provider.Forged())).Refused(401, "unauthenticated");
        (await Get(token)).Succeeded();
        Assert.That(provider.Asked, Is.EqualTo(3));
    }

    [Test]
    public async Task A_token_that_cannot_be_right_with_any_key_asks_nothing()
    {
        await Start();
        await Get(await provider.SignIn("anna", Role.Auditor));
        time.Advance(AuthorityKeys.Pause);

        (await Get("nonsense")).Refused(401, "unauthenticated");
        (await Get(provider.Forged(audience: "another-api"))).Refused(401, "unauthenticated");
        (await Get(provider.Forged(issuer: "https://login.example.org/"))).Refused(401, "unauthenticated");
        (await Get(provider.Forged(lifetime: TimeSpan.FromHours(-1)))).Refused(401, "unauthenticated");

        Assert.That(provider.Asked, Is.EqualTo(1));
    }

    [Test]
    public async Task Away_at_the_start_the_API_starts_and_says_so_and_serves_when_it_is_back([Values] bool hangs)
    {
        await Start(hangs ? Mood.Hangs : Mood.IsAway);
        var token = await provider.SignIn("anna", Role.Auditor);
        if (hangs)
            await GiveUp();
        await Until(async () => (await Get(token)).Code == "authority-unavailable");

        var refused = (await Get(token, "de")).Refused(503, "authority-unavailable");
        Assert.That((refused.Headers["Retry-After"], refused["title"]), Is.EqualTo(("5", "Anmeldedienst nicht erreichbar")));
        Assert.That(await ReadyStatus(), Is.EqualTo("unhealthy"));
        (await api.With(null).Get("/health/live")).Succeeded();
        // Nobody needs the authority for these.
        (await api.With(null).Get("/programmes")).Refused(401, "unauthenticated");
        (await api.With(token).Get("/problems")).Succeeded();

        provider.Mood = Mood.Answers;
        time.Advance(AuthorityKeys.Retry);
        await Until(async () => await ReadyStatus() == "healthy");
        (await Get(token)).Succeeded();
        Assert.That(log.Lines.Select(line => line.Split('\n')[0]), Is.EqualTo(new[]
        {
            $"Error: The authority {provider.Address} cannot be asked for its keys " + (hangs
                ? "System.TimeoutException: No answer within 5 seconds."
                : "System.Net.Http.HttpRequestException: An error occurred while sending the request."),
            $"Warning: The authority {provider.Address} answers again ",
        }));
    }

    [Test]
    public async Task At_a_hang_nobody_queues()
    {
        await Start(Mood.Hangs);
        var token = await provider.SignIn("anna", Role.Auditor);
        await Until(() => Task.FromResult(provider.Asked == 1));
        var waiting = Enumerable.Range(0, 6).Select(_ => Get(token)).ToList();

        // The time of one attempt, however many wait for it.
        time.Advance(AuthorityKeys.Patience);

        foreach (var answer in await Task.WhenAll(waiting))
            answer.Refused(503, "authority-unavailable");
        // Whoever comes while the next attempt hangs does not wait for it.
        time.Advance(AuthorityKeys.Retry);
        await Until(() => Task.FromResult(provider.Asked == 2));
        (await Get(token)).Refused(503, "authority-unavailable");
        Assert.That(log.Lines, Has.Count.EqualTo(1));
    }

    [TestCase(Mood.Fails)]
    [TestCase(Mood.IsAway)]
    [TestCase(Mood.Hangs)]
    [TestCase(Mood.TalksNonsense)]
    [TestCase(Mood.SaysNothing)]
    public async Task While_it_is_away_known_keys_are_good_for_an_hour(Mood mood)
    {
        await Start();
        var known = await provider.SignIn("anna", Role.Auditor);
        await Until(async () => await ReadyStatus() == "healthy");
        var read = time.GetUtcNow();
        provider.Mood = mood;
        time.Advance(AuthorityKeys.Interval);
        // While the attempt runs, and after it.
        (await Get(known)).Succeeded();
        if (mood == Mood.Hangs)
            await GiveUp();
        await Until(async () => await ReadyStatus() == "degraded");

        // Of another person: not remembered, but by a known key.
        (await Get(await provider.SignIn("bert", Role.Auditor))).Succeeded();
        // By a key that is not known: it may be new, or forged.
        (await Get(provider.Forged())).Refused(503, "authority-unavailable");
        time.Advance(read + AuthorityKeys.Longest - TimeSpan.FromSeconds(1) - time.GetUtcNow());
        (await Get(known)).Succeeded();
        time.Advance(TimeSpan.FromSeconds(1));
        (await Get(known)).Refused(503, "authority-unavailable");
        Assert.That(await ReadyStatus(), Is.EqualTo("unhealthy"));

        Assert.That(log.Lines.Single(), Does.StartWith($"Error: The authority {provider.Address} cannot be asked for its keys"));
    }

    [Test]
    public async Task An_attempt_that_a_token_began_and_that_failed_is_repeated_soon()
    {
        await Start();
        await Get(await provider.SignIn("anna", Role.Auditor));
        time.Advance(AuthorityKeys.Pause);
        provider.Mood = Mood.Fails;
        provider.Rotate();
        var token = await provider.SignIn("anna", Role.Auditor);
        (await Get(token)).Refused(503, "authority-unavailable");

        provider.Mood = Mood.Answers;
        time.Advance(AuthorityKeys.Retry);

        await Until(async () => (int)(await Get(token)).Status == 200);
    }

    [Test]
    public async Task Without_a_key_it_has_withdrawn_them_all()
    {
        await Start();
        var token = await provider.SignIn("anna", Role.Auditor);
        (await Get(token)).Succeeded();
        provider.Withdraw();

        time.Advance(AuthorityKeys.Interval);
        await Until(async () => await ReadyStatus() == "unhealthy");

        (await Get(token)).Refused(503, "authority-unavailable");
        Assert.That(log.Lines.Single(), Does.Contain("The key set has no signing key."));
    }

    [Test]
    public async Task While_the_server_stops_an_attempt_that_runs_is_no_failure()
    {
        await Start(Mood.Hangs);
        await Until(() => Task.FromResult(provider.Asked == 1));

        await api.Stop();

        Assert.That(log.Lines, Is.Empty);
    }

    [TestCase("https://login.example.org", "http://login.example.org/keys")]
    [TestCase("https://login.example.org", "/keys")]
    [TestCase("http://localhost:8080", null)]
    public void Keys_are_not_taken_from_where_anybody_could_put_them(string authority, string? address) => Assert.That(
        () => AuthorityKeys.AddressOf(authority, new OpenIdConnectConfiguration { Issuer = authority, JwksUri = address }),
        Throws.InvalidOperationException);

    async Task Start(Mood mood = Mood.Answers)
    {
        provider = await OidcProvider.Start(mood);
        api = await GrantsApp.Start(DatabaseKind.Sqlite, builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("Identity:Authority", provider.Address)]);
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Logging.AddProvider(log);
        });
    }

    Task<Answer> Get(string token, string? language = null) => api.With(token).Get("/programmes", language: language);

    async Task<string> ReadyStatus() => (await api.With(null).Get("/health/ready"))["checks.authority.status"];

    /// <summary>Lets the attempt that hangs run out of time.</summary>
    async Task GiveUp()
    {
        var seen = provider.Asked;
        await Until(() => Task.FromResult(provider.Asked >= Math.Max(1, seen)));
        time.Advance(AuthorityKeys.Patience);
    }

    /// <summary>What another thread is about to do is not there at once; the test's limit holds for it.</summary>
    static async Task Until(Func<Task<bool>> isSo)
    {
        while (!await isSo())
            await Task.Delay(5, TestContext.CurrentContext.CancellationToken); // asks again, until its time limit
    }
}
