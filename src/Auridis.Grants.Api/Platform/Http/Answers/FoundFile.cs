using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A file that was read: 200 with its hash as ETag, 304 when the caller has it, or a problem.</summary>
sealed class FoundFile : IAnswer<FoundFile>, IEndpointMetadataProvider
{
    readonly FileContentHttpResult? file;
    readonly Problem? problem;

    FoundFile(FileContentHttpResult? file, Problem? problem) => (this.file, this.problem) = (file, problem);

    public static implicit operator FoundFile(FileContentHttpResult file) => new(file, null);

    public static implicit operator FoundFile(Problem problem) => new(null, problem);

    public static FoundFile Refuse(Problem problem) => problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (file is null)
            return httpContext.Write(problem!);
        httpContext.Response.KeepForCaller();
        return file.ExecuteAsync(httpContext);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(FileContentHttpResult), ["text/csv"]));
}
