using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The answer to a change: 200 with the resource as it is now, or a problem.</summary>
sealed class Changed<T>(Outcome<StoredAnswer> outcome) : IAnswer<Changed<T>>, IEndpointMetadataProvider
{
    public static Changed<T> Refuse(Problem problem) => new(problem);

    public Task ExecuteAsync(HttpContext httpContext) => StoredAnswer.Write(httpContext, outcome);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}
