using System.Text;

namespace Auridis.Grants.Api.Http;

/// <summary>JSON pointers (RFC 6901) for the places that validators and the JSON reader name in their own ways.</summary>
static class JsonPointer
{
    /// <summary>From <c>$.financePlan[0].amount</c>; null for the root or an unknown place.</summary>
    public static string? OfPath(string? path) => path is null or "" or "$" ? null : Pointer(path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path[1..]);

    /// <summary>From FluentValidation's <c>FinancePlan[0].Amount</c>.</summary>
    public static string OfProperty(string property) => property is "" ? "" : Pointer(property);

    static string Pointer(string path)
    {
        var pointer = new StringBuilder(path.Length + 4);
        foreach (var part in path.Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal)
            .Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            pointer.Append('/').Append(char.ToLowerInvariant(part[0])).Append(part.AsSpan(1));
        }
        return pointer.ToString();
    }
}
