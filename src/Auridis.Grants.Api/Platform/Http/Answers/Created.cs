using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The answer to a change that makes a resource: 201 with its Location, or a problem.</summary>
sealed class Created<T>(Outcome<StoredAnswer> outcome) : IAnswer<Created<T>>, IEndpointMetadataProvider
{
    public static Created<T> Refuse(Problem problem) => new(problem);

    public Task ExecuteAsync(HttpContext httpContext) => StoredAnswer.Write(httpContext, outcome);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
}
