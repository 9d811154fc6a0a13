namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// The effect of one request: its closure is one transaction, and the answer to an <c>Idempotency-Key</c> is stored in that same
/// transaction, so that effect and answer exist together or not at all.
/// </summary>
static class Effect
{
    /// <summary>Runs a closure whose answer is kept for a retry with the same key.</summary>
    /// <param name="location">The path of what was created; none for a change.</param>
    public static async Task<Outcome<StoredAnswer>> Of<T>(
        HttpContext http, int status, Func<Tx, Task<Outcome<T>>> closure, Func<T, string>? location = null)
    {
        var (key, fingerprint, _) = http.RequestHeaders();
        var db = http.RequestServices.GetRequiredService<Db>();
        var author = AuthorOf(http);
        if (key is null)
        {
            var outcome = await db.Write(author, closure, http.RequestAborted);
            return outcome.Succeeded ? StoredAnswer.Of(status, outcome.Value, location?.Invoke(outcome.Value)) : outcome.Refusal;
        }
        var record = new Idempotency(
            Idempotency.ScopeOf([author.Actor, http.Request.Method, .. Operation(http), key]),
            Idempotency.FingerprintOf(fingerprint, http.RequestServices.GetRequiredService<CurrentUser>()));
        return await record.Once(db, author, async tx =>
        {
            var outcome = await closure(tx);
            return outcome.Succeeded ? StoredAnswer.Of(status, outcome.Value, location?.Invoke(outcome.Value)) : outcome.Refusal;
        }, http.RequestAborted);
    }

    /// <summary>Runs a closure that leaves nothing to answer.</summary>
    public static Task<Outcome<Done>> Of(HttpContext http, Func<Tx, Task<Outcome<Done>>> closure) =>
        http.RequestServices.GetRequiredService<Db>().Write(AuthorOf(http), closure, http.RequestAborted);

    /// <summary>The route and its values. Not the path: routing takes it in any case, and an id in several spellings.</summary>
    static IEnumerable<string> Operation(HttpContext http)
    {
        var route = ((RouteEndpoint)http.GetEndpoint()!).RoutePattern;
        return route.Parameters
            .Select(parameter => http.PathValue(parameter.Name))
            .Select(value => Guid.TryParse(value, out var id) ? id.ToString("D") : value)
            .Prepend(route.RawText!);
    }

    static Author AuthorOf(HttpContext http)
    {
        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        return new(http.RequestServices.GetRequiredService<CurrentUser>().Actor, http.TraceId(), time.GetUtcNow().ToMilliseconds());
    }
}
