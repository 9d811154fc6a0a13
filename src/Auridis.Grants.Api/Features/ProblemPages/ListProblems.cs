using Auridis.Grants.Api.Platform.Html;
using FastEndpoints;

namespace Auridis.Grants.Api.Features.ProblemPages;

/// <summary>Lists the problems that the API can answer.</summary>
/// <remarks>By code, all on one page. The code is stable: branch on it, and show title and detail to people. As JSON, or as a page for a
/// browser.</remarks>
sealed class ListProblems(EndpointDataSource routes) : Slice<EmptyRequest, ProblemPage<ListOf<ProblemDescription>>>
{
    public override void Configure()
    {
        Get("/problems");
        AllowAnonymous();
    }

    protected override Task<ProblemPage<ListOf<ProblemDescription>>> Answer(EmptyRequest request, CancellationToken cancel)
    {
        var problems = new ListOf<ProblemDescription>(
            [.. ProblemCatalogue.All.Select(kind => ProblemDescription.Of(kind, HttpContext, routes))], null);
        return Task.FromResult(ProblemPage<ListOf<ProblemDescription>>.Of(problems, Title, () => Html(problems.Items)));
    }

    static string Title => Bilingual.Of("Problems", "Probleme");

    static string Html(IReadOnlyList<ProblemDescription> problems) => $"""
        <h1>{Title}</h1>
        <p>{Bilingual.Of(
            "What this API answers when it refuses a request, by HTTP status. Programs branch on the code.",
            "Was diese API antwortet, wenn sie eine Anfrage ablehnt, nach HTTP-Status. Programme unterscheiden nach dem Code.")}</p>
        {string.Concat(problems.GroupBy(problem => problem.Status).OrderBy(group => group.Key).Select(Section))}
        """;

    static string Section(IGrouping<int, ProblemDescription> problems) => $"""
        <section aria-labelledby="status-{problems.Key}">
        <h2 id="status-{problems.Key}">{problems.Key}</h2>
        <dl>
        {string.Concat(problems.Select(Entry))}</dl>
        </section>

        """;

    static string Entry(ProblemDescription problem) => $"""
        <dt><a href="problems/{problem.Code}">{problem.Code}</a></dt>
        <dd>{HtmlPage.Encode(problem.Title)}. {HtmlPage.Encode(problem.Detail)}</dd>

        """;
}
