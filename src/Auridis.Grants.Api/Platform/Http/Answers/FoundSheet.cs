using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>What was read: 200 with JSON, or with a CSV file where the caller would rather have one; or a problem.</summary>
sealed class FoundSheet<T> : IAnswer<FoundSheet<T>>, IEndpointMetadataProvider
    where T : notnull
{
    readonly Sheet<T>? sheet;
    readonly Problem? problem;

    FoundSheet(Sheet<T>? sheet, Problem? problem) => (this.sheet, this.problem) = (sheet, problem);

    public static implicit operator FoundSheet<T>(Outcome<Sheet<T>> outcome) =>
        outcome.Succeeded ? new(outcome.Value, null) : Refuse((Problem)outcome.Refusal);

    public static FoundSheet<T> Refuse(Problem problem) => new(null, problem);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (sheet is null)
            return httpContext.Write(problem!);
        httpContext.Response.KeepForCaller();
        httpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return httpContext.Request.Prefers("text/csv", over: "application/json")
            ? TypedResults.Bytes(sheet.ToCsv(sheet.Value), CsvDocument.ContentType, sheet.FileName).ExecuteAsync(httpContext)
            : httpContext.Response.WriteJson(sheet.Value);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json", "text/csv"]));
}
