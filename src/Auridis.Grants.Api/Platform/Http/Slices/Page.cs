namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Reads a page of a list. All that <see cref="Handle"/> asks is of one moment.</summary>
abstract class Page<TRequest, TItem> : Slice<TRequest, Listed<TItem>>
    where TRequest : Paging
{
    protected sealed override async Task<Listed<TItem>> Answer(TRequest request, CancellationToken cancel)
    {
        if (request.WhyRefused() is { } problem)
            return problem;
        request.AskedAt = HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToMilliseconds();
        return await Db.Read(session => Handle(session, request), cancel);
    }

    protected abstract Task<Outcome<ListOf<TItem>>> Handle(Session session, TRequest request);
}

/// <summary>A list without filters.</summary>
abstract class Page<TItem> : Page<Paging, TItem>;
