namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Turns every failure into a problem: what could not be read, what the framework refused, what broke. Never a stack trace.
/// </summary>
sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null, ContentLength: null or 0 })
                await http.Write(Problems.OfStatus(http.Response.StatusCode));
        }
        catch (Exception error) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has hung up: there is nobody to answer, and what was interrupted for it may say so by any exception.
            if (error is CommitOutcomeUnknownException)
                OutcomeUnknown(log, error);
            else
                HungUp(log, error);
            if (!http.Response.HasStarted)
                http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (RefusedRequestException error) when (!http.Response.HasStarted)
        {
            await http.Write(error.Problem);
        }
        catch (BadHttpRequestException error) when (!http.Response.HasStarted)
        {
            await http.Write(Problems.OfStatus(error.StatusCode));
        }
        catch (CommitOutcomeUnknownException error) when (!http.Response.HasStarted)
        {
            OutcomeUnknown(log, error);
            await http.Write(Problems.OutcomeUnknown);
        }
        catch (DatabaseBusyException error) when (!http.Response.HasStarted)
        {
            DatabaseBusy(log, error);
            http.Response.Headers.RetryAfter = "1";
            await http.Write(Problems.Busy);
        }
        catch (StorageUnavailableException) when (!http.Response.HasStarted)
        {
            // Logged once for all who meet it: see StorageWatch.
            http.Response.Headers.RetryAfter = "30";
            await http.Write(Problems.StorageUnavailable);
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            Failed(log, http.Request.Method, http.Request.Path, http.TraceId(), error);
            http.Response.Clear();
            await http.Write(Problems.InternalError);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed, trace {TraceId}")]
    static partial void Failed(ILogger log, string method, string path, string traceId, Exception error);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The caller has hung up")]
    static partial void HungUp(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is busy")]
    static partial void DatabaseBusy(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "A commit's outcome is unknown")]
    static partial void OutcomeUnknown(ILogger log, Exception error);
}
