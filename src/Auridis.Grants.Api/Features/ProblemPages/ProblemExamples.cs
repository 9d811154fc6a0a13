using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.ProblemPages;

sealed class ProblemExamples : IExamples
{
    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListProblems>(Example.Page(StaleVersion)),
        Example.Of<GetProblem>(StaleVersion),
    ];

    static ProblemDescription StaleVersion => new(
        "https://grants.example.org/problems/stale-version",
        Problems.StaleVersion.Code,
        Problems.StaleVersion.Status,
        Problems.StaleVersion.Title.En,
        Problems.StaleVersion.Detail.En,
        [.. ProblemDescription.FiguresOf(Problems.StaleVersion.Detail.En)],
        ["POST /programmes/{id}/open"]);
}
