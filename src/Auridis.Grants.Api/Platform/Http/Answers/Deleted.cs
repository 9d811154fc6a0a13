using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The answer to a change that leaves no resource behind: 204, or a problem.</summary>
sealed class Deleted : IAnswer<Deleted>, IEndpointMetadataProvider
{
    readonly Problem? problem;

    Deleted(Problem? problem) => this.problem = problem;

    public static implicit operator Deleted(Outcome<Done> outcome) => new((Problem?)outcome.Refusal);

    public static Deleted Refuse(Problem problem) => new(problem);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (problem is not null)
            return httpContext.Write(problem);
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status204NoContent));
}
