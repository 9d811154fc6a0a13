using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The answer to a list: 200 with a page and its <c>Link</c>, or a problem.</summary>
sealed class Listed<T> : IAnswer<Listed<T>>, IEndpointMetadataProvider
{
    readonly ListOf<T>? page;
    readonly Problem? problem;

    Listed(ListOf<T>? page, Problem? problem) => (this.page, this.problem) = (page, problem);

    public static implicit operator Listed<T>(ListOf<T> page) => new(page, null);

    public static implicit operator Listed<T>(Problem problem) => new(null, problem);

    public static implicit operator Listed<T>(Outcome<ListOf<T>> outcome) => outcome.Succeeded ? outcome.Value : (Problem)outcome.Refusal;

    public static Listed<T> Refuse(Problem problem) => problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (problem is not null)
            return httpContext.Write(problem);
        httpContext.Response.KeepForCaller();
        httpContext.LinkNext(page!);
        return httpContext.Response.WriteJson(page!);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ListOf<T>), ["application/json"]));
}
