using System.Globalization;
using Auridis.Grants.Api.Database;

namespace Auridis.Grants.Api.Http;

/// <summary>One occurrence of a problem: what a slice returns when a rule says no.</summary>
sealed class Problem(ProblemType type, IReadOnlyList<(string Name, object? Value)> figures) : Refusal
{
    public ProblemType Type => type;

    /// <summary>The rule's figures, in the order in which they are written.</summary>
    public IReadOnlyList<(string Name, object? Value)> Figures => figures;

    /// <summary>JSON pointer → what is wrong there.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The detail with its figures filled in.</summary>
    public string Detail => figures.Aggregate(type.Detail.Current, (text, figure) =>
        text.Replace("{" + figure.Name + "}", Written(figure.Value), StringComparison.Ordinal));

    /// <summary>Days as in the JSON beside them: the invariant culture would put the month first.</summary>
    static string Written(object? figure) => figure switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ActedAs acted => acted.Words.Current,
        _ => FormattableString.Invariant($"{figure}"),
    };
}
