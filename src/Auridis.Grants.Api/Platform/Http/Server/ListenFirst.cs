namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Lets the server listen while the database is made ready and the routes are put together: health checks are answered at once, so that
/// nobody takes a long migration for a dead process, and every other request waits until the door is opened.
/// </summary>
sealed class ListenFirst : IStartupFilter
{
    readonly TaskCompletionSource<RequestDelegate> api = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>From here on requests are served.</summary>
    public void Open(RequestDelegate pipeline) => api.SetResult(pipeline);

    /// <summary>
    /// <paramref name="next"/> is the pipeline that the framework would build before it listens; ours comes through the door, complete.
    /// </summary>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => host =>
    {
        host.UseMiddleware<SecurityHeaders>();
        Health.Use(host);
        host.Run(Enter);
    };

    Task Enter(HttpContext http) => api.Task.IsCompletedSuccessfully ? api.Task.Result(http) : Wait(http); // completed: does not wait

    async Task Wait(HttpContext http)
    {
        var pipeline = await api.Task.WaitAsync(http.RequestAborted);
        await pipeline(http);
    }
}
