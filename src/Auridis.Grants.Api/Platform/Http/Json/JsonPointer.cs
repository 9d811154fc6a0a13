namespace Auridis.Grants.Api.Platform.Http;

/// <summary>JSON pointers (RFC 6901) for the places that validators and the JSON reader name in their own ways.</summary>
static class JsonPointer
{
    /// <summary>From FluentValidation's <c>FinancePlan[0].Amount</c>: the names of properties, with a capital letter.</summary>
    public static string OfProperty(string property) => Of([.. Parts(property).Select(part => char.ToLowerInvariant(part[0]) + part[1..])]);

    /// <summary>Empty for the whole document.</summary>
    public static string Of(IReadOnlyList<string> parts) => string.Concat(parts.Select(part =>
        "/" + part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));

    /// <summary>The parts of the JSON reader's <c>$.financePlan[0]['other name']</c>, or of a validator's path.</summary>
    public static IReadOnlyList<string> Parts(string? path)
    {
        List<string> parts = [];
        var rest = (path ?? "").AsSpan();
        if (rest.StartsWith("$"))
            rest = rest[1..];
        while (!rest.IsEmpty)
        {
            var (start, end, after) = rest switch
            {
                ['[', '\'', ..] when Quoted(rest) is var close and > 0 => (2, close, close + 2),
                ['[', ..] when rest.IndexOf(']') is var close and > 0 => (1, close, close + 1),
                ['.', ..] => (1, Plain(rest), Plain(rest)),
                _ => (0, Plain(rest), Plain(rest)),
            };
            if (end > start)
                parts.Add(rest[start..end].ToString().Replace("\\'", "'", StringComparison.Ordinal));
            rest = rest[Math.Max(after, 1)..];
        }
        return parts;
    }

    /// <summary>Where the name ends, which may be a bracket itself; 0 when it does not.</summary>
    static int Quoted(ReadOnlySpan<char> path) => path[2..].IndexOf("']") is >= 0 and var end ? end + 2 : 0;

    static int Plain(ReadOnlySpan<char> path)
    {
        var end = path[1..].IndexOfAny('.', '[');
        return end < 0 ? path.Length : end + 1;
    }
}
