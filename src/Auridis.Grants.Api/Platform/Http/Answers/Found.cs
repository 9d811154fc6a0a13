using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A resource that was read: 200 with its ETag, 304 when the caller has that version, or a problem.</summary>
sealed class Found<T> : IAnswer<Found<T>>, IEndpointMetadataProvider
{
    readonly T? value;
    readonly Problem? problem;

    Found(T? value, Problem? problem) => (this.value, this.problem) = (value, problem);

    public static implicit operator Found<T>(T value) => new(value, null);

    public static implicit operator Found<T>(Problem problem) => new(default, problem);

    public static implicit operator Found<T>(Outcome<T> outcome) => outcome.Succeeded ? outcome.Value : (Problem)outcome.Refusal;

    public static Found<T> Refuse(Problem problem) => problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (problem is not null)
            return httpContext.Write(problem);
        httpContext.Response.KeepForCaller();
        if (value is IContinued page)
            httpContext.LinkNext(page);
        if (ETag.Of(value) is { } tag)
        {
            httpContext.Response.Headers.ETag = tag;
            if (value is not IView && ETag.IsKnown(httpContext.Request, tag))
            {
                httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }
        return httpContext.Response.WriteJson(value);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}
