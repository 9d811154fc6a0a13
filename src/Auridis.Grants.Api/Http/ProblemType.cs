namespace Auridis.Grants.Api.Http;

/// <summary>
/// A kind of problem (RFC 9457). Each feature declares its own as static fields; the catalogue collects and documents them.
/// </summary>
/// <param name="Code">Stable, kebab-case, what a client branches on.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The same for every occurrence.</param>
/// <param name="Detail">What is said of one occurrence; <c>{figure}</c> stands for one of its figures.</param>
sealed record ProblemType(string Code, int Status, Text Title, Text Detail)
{
    /// <summary>An occurrence, with the rule's figures: they fill the detail and are members of the answer.</summary>
    public Problem With(params (string Name, object? Value)[] figures) => new(this, figures);

    /// <summary>The URI that names this kind of problem; it resolves to its documentation in this API.</summary>
    /// <remarks>Relative for a caller of HTTP/1.0 who names no host.</remarks>
    public string Uri(HttpRequest request) => $"{(request.Host.HasValue ? $"{request.Scheme}://{request.Host}" : "")}{request.PathBase}/problems/{Code}";

    public static implicit operator Problem(ProblemType type) => new(type, []);
}
