using System.Globalization;
using System.Text;
using System.Text.Json;
using Auridis.Grants.Api.Database;
using Microsoft.AspNetCore.Http.Metadata;

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
                await http.Write(http.Response.StatusCode == StatusCodes.Status400BadRequest ? UnreadParameter(http) ?? Problems.InvalidRequest : Problems.OfStatus(http.Response.StatusCode));
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
        catch (BadHttpRequestException error) when (!http.Response.HasStarted)
        {
            await http.Write(OfBadRequest(error, http));
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
        catch (Exception error) when (!http.Response.HasStarted)
        {
            Failed(log, http.Request.Method, http.Request.Path, error);
            http.Response.Clear();
            await http.Write(Problems.InternalError);
        }
    }

    static Problem OfBadRequest(BadHttpRequestException error, HttpContext http) => error switch
    {
        { InnerException: JsonException json } => JsonFault.Explain(json, http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType),
        // Bytes that are no text in the charset that the request names.
        { InnerException: InvalidOperationException or DecoderFallbackException } => Unreadable(Text.Of("it is not text", "er ist kein Text")),
        { StatusCode: 400 } when UnreadParameter(http) is { } problem => problem,
        { StatusCode: 400 } when http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null => Unreadable(Text.Of("it is empty, or null", "er ist leer oder null")),
        _ => Problems.OfStatus(error.StatusCode),
    };

    /// <summary>The query parameter whose value could not be read, if there is one; the framework names it in no other way than in a sentence.</summary>
    static Problem? UnreadParameter(HttpContext http)
    {
        var unread = http.GetEndpoint()?.Metadata.OfType<IParameterBindingMetadata>()
            .FirstOrDefault(parameter => parameter.HasTryParse
                && http.Request.Query.TryGetValue(parameter.Name, out var value) && !Parses(parameter.ParameterInfo.ParameterType, value.ToString()));
        return unread is null ? null : new Problem(Problems.InvalidValue, [])
        {
            Errors = new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                [JsonPointer.Of([JsonNamingPolicy.CamelCase.ConvertName(unread.Name)])] = [Text.Of("The value has the wrong type or format.", "Der Wert hat den falschen Typ oder das falsche Format.")],
            },
        };
    }

    static bool Parses(Type type, string value)
    {
        var parsed = Nullable.GetUnderlyingType(type) ?? type;
        var tryParse = parsed.GetMethod("TryParse", [typeof(string), typeof(IFormatProvider), parsed.MakeByRefType()]);
        return tryParse is null || (bool)tryParse.Invoke(null, [value, CultureInfo.InvariantCulture, null])!;
    }

    static Problem Unreadable(string reason) => Problems.MalformedJson.With(("reason", reason));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    static partial void Failed(ILogger log, string method, string path, Exception error);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The caller has hung up")]
    static partial void HungUp(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is busy")]
    static partial void DatabaseBusy(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "A commit's outcome is unknown")]
    static partial void OutcomeUnknown(ILogger log, Exception error);
}
