using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Http;

/// <summary>
/// One request that changes something: who asks, which version they saw, under which key. Its closure is one transaction, and the answer
/// to an <c>Idempotency-Key</c> is stored in that same transaction, so that effect and answer exist together or not at all.
/// </summary>
sealed class Change(Db db, CurrentUser user, IHttpContextAccessor accessor, TimeProvider clock)
{
    readonly HttpContext http = accessor.HttpContext!;

    RequestHeaders Headers => http.Features.Get<RequestHeaders>() ?? RequestHeaders.None;

    /// <summary>The version that the caller saw (If-Match); only on routes that need it.</summary>
    public int Version => Headers.Version ?? throw new InvalidOperationException("The route does not declare NeedsIfMatch().");

    /// <summary>Runs a change of an existing resource; <paramref name="onCommitted"/> is for what lives outside the database.</summary>
    public async Task<Changed<T>> Apply<T>(Func<Tx, Task<Outcome<T>>> closure, Action? onCommitted = null)
    {
        var outcome = await Run(StatusCodes.Status200OK, closure, _ => null);
        if (outcome.Succeeded)
            onCommitted?.Invoke();
        return new Changed<T>((Problem?)outcome.Refusal, outcome.Succeeded ? outcome.Value : null);
    }

    /// <summary>Runs a change that makes a resource, which then stands at <paramref name="location"/>.</summary>
    public async Task<Created<T>> Create<T>(Func<T, string> location, Func<Tx, Task<Outcome<T>>> closure)
    {
        var outcome = await Run(StatusCodes.Status201Created, closure, location);
        return new Created<T>((Problem?)outcome.Refusal, outcome.Succeeded ? outcome.Value : null);
    }

    /// <summary>Runs a change that removes a resource.</summary>
    public async Task<Deleted> Delete(Func<Tx, Task<Outcome<bool>>> closure)
    {
        var outcome = await db.Write(Origin(), closure, http.RequestAborted);
        return new Deleted((Problem?)outcome.Refusal);
    }

    async Task<Outcome<StoredAnswer>> Run<T>(int status, Func<Tx, Task<Outcome<T>>> closure, Func<T, string?> location)
    {
        var (key, fingerprint, _) = Headers;
        var origin = Origin();
        if (key is null)
        {
            var outcome = await db.Write(origin, closure, http.RequestAborted);
            return outcome.Succeeded ? StoredAnswer.Of(status, outcome.Value, location(outcome.Value)) : outcome.Refusal;
        }
        var record = new Idempotency(Idempotency.ScopeOf([user.Actor, http.Request.Method, .. Operation(), key]), fingerprint);
        return await record.Once(db, origin, async tx =>
        {
            var outcome = await closure(tx);
            return outcome.Succeeded ? StoredAnswer.Of(status, outcome.Value, location(outcome.Value)) : outcome.Refusal;
        }, http.RequestAborted);
    }

    /// <summary>The route and its values. Not the path: routing takes it in any case, and an id in several spellings.</summary>
    IEnumerable<string> Operation()
    {
        var route = ((RouteEndpoint)http.GetEndpoint()!).RoutePattern;
        return route.Parameters
            .Select(parameter => http.Request.RouteValues[parameter.Name]?.ToString() ?? "")
            .Select(value => Guid.TryParse(value, out var id) ? id.ToString("D") : value)
            .Prepend(route.RawText!);
    }

    Origin Origin() => new(user.Actor, http.TraceId(), clock.GetUtcNow().ToMilliseconds());
}
