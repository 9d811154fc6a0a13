using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>
/// The keys of the OIDC authority. They are read when the server starts and every few minutes from then on, so that a request finds them
/// there; and once more for a token whose key is not among them. One reading runs at a time, and who cannot be answered without it waits
/// for that one.
/// </summary>
/// <remarks>
/// The library's ConfigurationManager asks only when a request wants the keys: after a quiet night it would believe a key that was
/// withdrawn in the evening. It lets callers queue for their own attempt each, keeps keys for ever while the authority is away, and tells
/// nobody.
/// </remarks>
sealed partial class AuthorityKeys : IHostedService, IDisposable
{
    /// <summary>From one reading to the next. A withdrawn key is noticed within five minutes, also when some readings fail.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(4);

    /// <summary>From a reading that has failed to the next.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    /// <summary>How long the authority may take to answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How old the keys are before they are read for a token: whoever sends forged ones must not make the server ask all the time.
    /// </summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long keys are good while the authority cannot be asked. It does not issue tokens then either, so that longer would help few.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    readonly string authority;
    readonly TimeProvider time;
    readonly IHostApplicationLifetime lifetime;
    readonly ILogger<AuthorityKeys> log;
    readonly HttpClient http = new() { MaxResponseContentBufferSize = 1024 * 1024, Timeout = Timeout.InfiniteTimeSpan };
    readonly Lock gate = new();
    readonly ITimer due;
    Task reading = Task.CompletedTask;
    volatile State state = new(null, default, Failed: false);
    volatile bool stopped;

    public AuthorityKeys(string authority, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<AuthorityKeys> log)
    {
        (this.authority, this.time, this.lifetime, this.log) = (authority.TrimEnd('/'), time, lifetime, log);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("auridis-grants");
        due = time.CreateTimer(_ => _ = Read(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The keys as they were read last; null when there are none, or they are too old.</summary>
    public AuthorityKeySet? Known =>
        state is { Keys: { Keys.Count: > 0 } keys, ReadAt: var readAt } && time.GetUtcNow() - readAt < Longest ? keys : null;

    /// <summary>Whether the authority could not be asked when that was tried last.</summary>
    public bool IsAway => state.Failed;

    /// <summary>Whether the authority still has a key, as far as is known.</summary>
    public bool Has(SecurityKey key) => Known?.Keys.Contains(key) == true;

    /// <summary>The keys that are known; right after the start, as soon as they are.</summary>
    /// <exception cref="AuthorityUnavailableException">There are none, and the authority cannot be asked.</exception>
    public async ValueTask<AuthorityKeySet> Get()
    {
        if (Known is { } known)
            return known;
        if (!IsAway)
            await Read();
        return Known ?? throw new AuthorityUnavailableException();
    }

    /// <summary>The keys as they are now, for a token whose key was not among those.</summary>
    /// <returns>The same ones when the authority has no others, or has been asked just before.</returns>
    /// <exception cref="AuthorityUnavailableException">The authority cannot be asked.</exception>
    public async Task<AuthorityKeySet> NewerThan(AuthorityKeySet seen)
    {
        if (Known is { } known && known != seen)
            return known;
        if (!IsAway)
        {
            if (time.GetUtcNow() - state.ReadAt < Pause)
                return seen;
            await Read();
        }
        return IsAway ? throw new AuthorityUnavailableException() : await Get();
    }

    /// <summary>Begins to read them when the server listens, and waits for nothing: a server starts without its authority too.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => _ = Read());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        stopped = true;
        http.CancelPendingRequests();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        stopped = true;
        due.Dispose();
        http.Dispose();
    }

    /// <summary>Reads the keys, or waits for who is doing so. What comes out is the state; it does not throw.</summary>
    Task Read()
    {
        lock (gate)
        {
            if (reading.IsCompleted)
                reading = Task.Run(ReadOnce);
            return reading;
        }
    }

    async Task ReadOnce()
    {
        var before = state;
        try
        {
            var keys = await Ask();
            // Without a key it has withdrawn them all, and answers nothing that one can work with.
            state = new State(keys, time.GetUtcNow(), Failed: keys.Keys.Count == 0);
            if (state.Failed && !before.Failed)
                LogAway(log, authority, new InvalidOperationException("The key set has no signing key."));
            if (!state.Failed && before.Failed)
                LogBack(log, authority);
        }
        catch (Exception) when (stopped)
        {
            // Nobody needs the keys any more.
            return;
        }
        catch (Exception error)
        {
            state = before with { Failed = true };
            if (!before.Failed)
                LogAway(log, authority, error);
        }
        due.Change(state.Failed ? Retry : Interval, Timeout.InfiniteTimeSpan);
    }

    /// <summary>By way of the discovery document (OpenID Connect Discovery 1.0, section 4).</summary>
    async Task<AuthorityKeySet> Ask()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            var about = OpenIdConnectConfiguration.Create(
                await http.GetStringAsync($"{authority}/.well-known/openid-configuration", patience.Token));
            var document = await http.GetStringAsync(AddressOf(authority, about), patience.Token);
            // The same set stays the same object, so that tokens that were checked with it need not be checked again.
            return state.Keys is { } known && known.Is(about.Issuer, document) ? known : new AuthorityKeySet(about.Issuer, document);
        }
        catch (OperationCanceledException error) when (patience.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {Patience.TotalSeconds} seconds.", error);
        }
    }

    /// <summary>Where its key set is.</summary>
    /// <exception cref="InvalidOperationException">It does not say so, or what comes from there can be anybody's.</exception>
    internal static Uri AddressOf(string authority, OpenIdConnectConfiguration about)
    {
        if (string.IsNullOrEmpty(about.Issuer) || !Uri.TryCreate(about.JwksUri, UriKind.Absolute, out var address))
            throw new InvalidOperationException("The discovery document lacks issuer or jwks_uri.");
        if (authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase) && address.Scheme != Uri.UriSchemeHttps)
            throw new InvalidOperationException($"The discovery document's jwks_uri is not https: {address}");
        return address;
    }

    // A warning, so that whoever was told of the failure is told of its end.
    [LoggerMessage(Level = LogLevel.Warning, Message = "The authority {Authority} answers again")]
    static partial void LogBack(ILogger log, string authority);

    [LoggerMessage(Level = LogLevel.Error, Message = "The authority {Authority} cannot be asked for its keys")]
    static partial void LogAway(ILogger log, string authority, Exception error);

    /// <param name="Keys">What was read last; null when nothing was yet.</param>
    /// <param name="ReadAt">When that was.</param>
    /// <param name="Failed">Whether it was tried again since, and failed.</param>
    sealed record State(AuthorityKeySet? Keys, DateTimeOffset ReadAt, bool Failed);
}
