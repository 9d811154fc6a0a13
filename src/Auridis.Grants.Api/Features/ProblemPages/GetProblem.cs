using System.Text.RegularExpressions;
using Auridis.Grants.Api.Platform.Html;
using FastEndpoints;

namespace Auridis.Grants.Api.Features.ProblemPages;

/// <summary>Documents a problem.</summary>
/// <remarks>As JSON, or as a page for a person who follows the type of an answer in a browser.</remarks>
sealed partial class GetProblem(EndpointDataSource routes) : Slice<EmptyRequest, ProblemPage<ProblemDescription>>
{
    public override void Configure()
    {
        Get("/problems/{code}");
        AllowAnonymous();
        Refuses(Problems.NotFound);
    }

    protected override Task<ProblemPage<ProblemDescription>> Answer(EmptyRequest request, CancellationToken cancel)
    {
        if (ProblemCatalogue.Find(Path<string>("code")) is not { } kind)
            return Task.FromResult(ProblemPage<ProblemDescription>.Refuse(Problems.NotFound));
        var problem = ProblemDescription.Of(kind, HttpContext, routes);
        return Task.FromResult(ProblemPage<ProblemDescription>.Of(problem, problem.Title, () => Html(problem)));
    }

    static string Html(ProblemDescription problem) => $"""
        <h1>{HtmlPage.Encode(problem.Title)}</h1>
        <p>{Marked(problem.Detail)}</p>
        <dl>
        <dt>{Bilingual.Of("Code", "Code")}</dt><dd><code>{HtmlPage.Encode(problem.Code)}</code></dd>
        <dt>{Bilingual.Of("HTTP status", "HTTP-Status")}</dt><dd>{problem.Status}</dd>
        {Figures(problem)}{Operations(problem)}</dl>
        <p><a href="../problems">{Bilingual.Of("All problems", "Alle Probleme")}</a></p>
        """;

    static string Figures(ProblemDescription problem) => problem.Figures.Count == 0 ? "" : $"""
        <dt>{Bilingual.Of("Members of the answer", "Felder der Antwort")}</dt>
        <dd>{string.Join(", ", problem.Figures.Select(figure => $"<code>{HtmlPage.Encode(figure)}</code>"))}</dd>

        """;

    static string Operations(ProblemDescription problem) => problem.Operations.Count == 0 ? "" : $"""
        <dt>{Bilingual.Of("Answered by", "Antwort von")}</dt>
        {string.Concat(problem.Operations.Select(operation => $"<dd><code>{HtmlPage.Encode(operation)}</code></dd>\n"))}
        """;

    /// <summary>The figures stand out from the sentence.</summary>
    static string Marked(string detail) => Figure().Replace(HtmlPage.Encode(detail), "<var>$0</var>");

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();
}
