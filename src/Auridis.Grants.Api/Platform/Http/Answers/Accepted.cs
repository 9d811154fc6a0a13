using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The answer to a change whose work is done later: 202 with the resource that tells how far it is, or a problem.</summary>
sealed class Accepted<T>(Outcome<StoredAnswer> outcome) : IAnswer<Accepted<T>>, IEndpointMetadataProvider
{
    public static Accepted<T> Refuse(Problem problem) => new(problem);

    public Task ExecuteAsync(HttpContext httpContext) => StoredAnswer.Write(httpContext, outcome);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status202Accepted, typeof(T), ["application/json"]));
}
