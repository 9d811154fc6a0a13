using System.Text.Json;
using Auridis.Grants.Api.Database;

namespace Auridis.Grants.Api.Http;

/// <summary>Turns every failure into a problem: what could not be read, what the framework refused, what broke. Never a stack trace.</summary>
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
        catch (BadHttpRequestException error) when (!http.Response.HasStarted)
        {
            await http.Write(OfBadRequest(error));
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
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has hung up; there is nobody to answer.
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            Failed(log, http.Request.Method, http.Request.Path, error);
            http.Response.Clear();
            await http.Write(Problems.InternalError);
        }
    }

    static Problem OfBadRequest(BadHttpRequestException error) => error switch
    {
        { InnerException: JsonException json } => OfJson(json),
        { StatusCode: 400 } => Problems.InvalidRequest.With(("reason", error.Message)),
        _ => Problems.OfStatus(error.StatusCode),
    };

    static Problem OfJson(JsonException error)
    {
        var pointer = JsonPointer.OfPath(error.Path);
        // System.Text.Json tells its cases apart by text only; a syntax error comes from the reader and is the inner exception.
        if (error.InnerException is JsonException or null && pointer is null || error.InnerException?.GetType().Name == "JsonReaderException")
            return Problems.MalformedJson.With(("reason", Position(error)));
        if (error.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return new Problem(Problems.UnknownField, []) { Errors = At(pointer, Text.Of("This field is not known.", "Dieses Feld ist nicht bekannt.")) };
        return new Problem(Problems.InvalidValue, []) { Errors = At(pointer, Reason(error)) };
    }

    static Dictionary<string, string[]> At(string? pointer, string message) => new(StringComparer.Ordinal) { [pointer ?? ""] = [message] };

    static string Position(JsonException error) => Text.Of(
        $"syntax error at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}",
        $"Syntaxfehler in Zeile {error.LineNumber + 1}, Byte {error.BytePositionInLine + 1}");

    /// <summary>Our converters' messages are for the caller; the framework's name .NET types and are not.</summary>
    static string Reason(JsonException error)
    {
        if (error.Message.Contains("missing required propert", StringComparison.Ordinal))
            return Text.Of("Required fields are missing: ", "Pflichtfelder fehlen: ") + string.Join(", ", error.Message.Split('\'').Where((_, i) => i % 2 == 1).Skip(1));
        return error.Message.Contains("could not be converted", StringComparison.Ordinal) || error.Message.Contains("System.", StringComparison.Ordinal) || error.Message.Contains("Auridis.", StringComparison.Ordinal)
            ? Text.Of("The value has the wrong type or format, or is null where it must not be.", "Der Wert hat den falschen Typ oder das falsche Format, oder er ist null, wo er es nicht sein darf.")
            : error.Message.Split(" Path:", 2)[0];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    static partial void Failed(ILogger log, string method, string path, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is busy")]
    static partial void DatabaseBusy(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "A commit's outcome is unknown")]
    static partial void OutcomeUnknown(ILogger log, Exception error);
}
