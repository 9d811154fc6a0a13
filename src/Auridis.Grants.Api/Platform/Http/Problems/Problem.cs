using System.Globalization;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// A kind of problem (RFC 9457), and, with its figures, one occurrence of it: what a slice returns when a rule says no. Each feature
/// declares its own as static fields; the catalogue collects and documents them.
/// </summary>
/// <param name="Code">Stable, kebab-case, what a client branches on.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The same for every occurrence.</param>
/// <param name="Detail">What is said of one occurrence; <c>{figure}</c> stands for one of its figures.</param>
sealed record Problem(string Code, int Status, Bilingual Title, Bilingual Detail) : Refusal
{
    /// <summary>The most places that an answer names: a list of a million empty items would make an answer of gigabytes.</summary>
    public const int MostPlaces = 1000;

    /// <summary>The rule's figures, in the order in which they are written: they fill the detail, and are members of the answer.</summary>
    public IReadOnlyList<(string Name, object? Value)> Figures { get; init; } = [];

    /// <summary>Figures that an occurrence can really have, for the document: each name has one type in all problems.</summary>
    public IReadOnlyList<(string Name, object? Value)> Example { get; init; } = [];

    /// <summary>A place that an occurrence can name, and what is wrong there, for the document; null where none is named.</summary>
    public (string Place, string Message)? ExampleError { get; init; }

    /// <summary>
    /// What is wrong where: by JSON pointer into the body, which is empty or begins with a slash; or by the name of a parameter.
    /// </summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>An occurrence with these figures.</summary>
    public Problem With(params (string Name, object? Value)[] figures) => this with { Figures = figures };

    /// <summary>An occurrence with something wrong at one place.</summary>
    /// <param name="place">A JSON pointer into the body, or the name of a parameter.</param>
    public Problem At(string place, string message) =>
        this with { Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [place] = [message] } };

    /// <summary>Whether this is an occurrence of that kind.</summary>
    public bool Is(Problem kind) => Code == kind.Code;

    /// <summary>The detail with its figures filled in.</summary>
    public string Sentence() => Figures.Aggregate(Detail.Current, (text, figure) =>
        text.Replace("{" + figure.Name + "}", Written(figure.Value), StringComparison.Ordinal));

    /// <summary>The URI that names this kind of problem; it resolves to its documentation in this API.</summary>
    /// <remarks>Relative for a caller of HTTP/1.0 who names no host.</remarks>
    public string Uri(HttpRequest request) =>
        $"{(request.Host.HasValue ? $"{request.Scheme}://{request.Host}" : "")}{request.PathBase}/problems/{Code}";

    /// <summary>Days and times as in the JSON beside them: the invariant culture would put the month first.</summary>
    static string Written(object? figure) => figure switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ActedAs acted => acted.Words.Current,
        _ => FormattableString.Invariant($"{figure}"),
    };
}
