using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// A file that was read: 200 with its hash as ETag, or a problem. Never 304: clients that are made from the document read one kind of
/// success, and a file is fetched once.
/// </summary>
sealed class FoundFile : IAnswer<FoundFile>, IEndpointMetadataProvider
{
    readonly FileContentHttpResult? file;
    readonly string? sha256;
    readonly Problem? problem;

    /// <param name="sha256">The hash of its bytes.</param>
    public FoundFile(FileContentHttpResult file, string sha256) => (this.file, this.sha256) = (file, sha256);

    FoundFile(Problem problem) => this.problem = problem;

    public static implicit operator FoundFile(Problem problem) => new(problem);

    public static FoundFile Refuse(Problem problem) => problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (file is null)
            return httpContext.Write(problem!);
        httpContext.Response.KeepForCaller();
        httpContext.Response.Headers.ETag = $"\"{sha256}\"";
        return file.ExecuteAsync(httpContext);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(FileContentHttpResult), ["text/csv"]));
}
