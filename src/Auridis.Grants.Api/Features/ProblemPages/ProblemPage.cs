using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Features.ProblemPages;

/// <summary>The documentation of a problem, as JSON or as a page.</summary>
sealed class ProblemPage(IResult page) : IAnswer<ProblemPage>, IEndpointMetadataProvider
{
    public static ProblemPage Refuse(Problem problem) => new(new Refused(problem));

    public Task ExecuteAsync(HttpContext httpContext) => page.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ProblemDescription), ["application/json", "text/html"]));

    sealed class Refused(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => httpContext.Write(problem);
    }
}
