using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Http;

/// <summary>Lists the problems that the API can answer.</summary>
sealed class ListProblems : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/problems", Handle)
        .AllowAnonymous()
        .Describe("listProblems", "Lists the problems that the API can answer",
            "By code, all on one page. The code is stable: branch on it, and show title and detail to people.");

    static Listed<GetProblem.Response> Handle(HttpContext http, EndpointDataSource routes)
    {
        http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        return new ListOf<GetProblem.Response>([.. ProblemCatalogue.All.Select(type => GetProblem.Response.Of(type, http, routes))], null);
    }
}
