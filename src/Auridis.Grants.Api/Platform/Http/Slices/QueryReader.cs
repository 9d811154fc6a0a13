using Microsoft.Extensions.Primitives;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Reads a request from the query. A name that the route does not know is refused: a filter that is misspelt would show everything.
/// </summary>
static class QueryReader<TRequest>
    where TRequest : notnull
{
    static readonly QueryParameter[] Known = [.. Parameters.Query(typeof(TRequest)).Select(property => new QueryParameter(property))];

    /// <exception cref="RefusedRequestException">A name is not known, or a value cannot be read.</exception>
    public static TRequest Read(HttpContext http)
    {
        var request = Activator.CreateInstance<TRequest>();
        var query = http.Request.Query;
        if (Known.Length == 0)
            return request;
        Dictionary<string, string[]>? unread = null, wrong = null;
        foreach (var parameter in Known)
        {
            if (!query.TryGetValue(parameter.Name, out var given))
            {
                if (parameter.IsRequired)
                    Add(ref unread, parameter, Bilingual.Of("This parameter is required.", "Dieser Parameter ist erforderlich."));
            }
            else if (WhyUnread(parameter, given, out var value) is { } unreadable)
                Add(ref unread, parameter, unreadable);
            else if (parameter.WhyRefused(value) is { } message)
                Add(ref wrong, parameter, message);
            else
                parameter.Set(request, value);
        }
        if (unread is not null)
            throw new RefusedRequestException(Problems.InvalidValue with { Errors = unread });
        if (UnknownIn(query) is { } unknown)
            throw new RefusedRequestException(Problems.UnknownParameter with { Errors = unknown });
        foreach (var parameter in Known)
        {
            if (parameter.WhyOutOfOrder(request) is { } message)
                Add(ref wrong, parameter, message);
        }
        return wrong is null ? request : throw new RefusedRequestException(Problems.ValidationFailed with { Errors = wrong });
    }

    /// <summary>
    /// Why the parameter has no value that can be read; null when it has. One without a value would filter by nothing and list everything,
    /// or find nothing.
    /// </summary>
    static string? WhyUnread(QueryParameter parameter, StringValues given, out object? value)
    {
        value = null;
        if (given.Count > 1)
            return Bilingual.Of("This parameter stands more than once.", "Dieser Parameter steht mehr als einmal da.");
        if (string.IsNullOrWhiteSpace(given))
        {
            return Bilingual.Of(
                "This parameter has no value; leave it out instead.", "Dieser Parameter hat keinen Wert; lassen Sie ihn stattdessen weg.");
        }
        return parameter.TryRead(given!, out value)
            ? null
            : Bilingual.Of("The value has the wrong type or format.", "Der Wert hat den falschen Typ oder das falsche Format.");
    }

    static Dictionary<string, string[]>? UnknownIn(IQueryCollection query)
    {
        Dictionary<string, string[]>? unknown = null;
        foreach (var name in query.Keys)
        {
            if (Array.Exists(Known, parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                continue;
            unknown ??= new(StringComparer.Ordinal);
            unknown[name] = [QueryParameter.OneOf(Known.Select(parameter => parameter.Name))];
        }
        return unknown;
    }

    static void Add(ref Dictionary<string, string[]>? errors, QueryParameter parameter, string message) =>
        (errors ??= new(StringComparer.Ordinal))[parameter.Name] = [message];
}
