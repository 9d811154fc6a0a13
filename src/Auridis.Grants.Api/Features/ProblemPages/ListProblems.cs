using FastEndpoints;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Features.ProblemPages;

/// <summary>Lists the problems that the API can answer.</summary>
/// <remarks>By code, all on one page. The code is stable: branch on it, and show title and detail to people.</remarks>
sealed class ListProblems(EndpointDataSource routes) : Slice<EmptyRequest, Listed<ProblemDescription>>
{
    public override void Configure()
    {
        Get("/problems");
        AllowAnonymous();
    }

    protected override Task<Listed<ProblemDescription>> Answer(EmptyRequest request, CancellationToken cancel)
    {
        HttpContext.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        return Task.FromResult<Listed<ProblemDescription>>(new ListOf<ProblemDescription>(
            [.. ProblemCatalogue.All.Select(kind => ProblemDescription.Of(kind, HttpContext, routes))], null));
    }
}
