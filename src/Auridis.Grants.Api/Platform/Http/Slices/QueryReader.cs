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
            if (!query.TryGetValue(parameter.Name, out var value))
            {
                if (parameter.IsRequired)
                    Add(ref unread, parameter, Bilingual.Of("This parameter is required.", "Dieser Parameter ist erforderlich."));
            }
            else if (!parameter.TryRead(value.ToString(), out var read))
            {
                Add(ref unread, parameter, Bilingual.Of(
                    "The value has the wrong type or format.", "Der Wert hat den falschen Typ oder das falsche Format."));
            }
            else if (parameter.WhyRefused(value.ToString()) is { } message)
                Add(ref wrong, parameter, message);
            else
                parameter.Set(request, read);
        }
        if (unread is not null)
            throw new RefusedRequestException(Problems.InvalidValue with { Errors = unread });
        if (UnknownIn(query) is { } unknown)
            throw new RefusedRequestException(Problems.UnknownParameter with { Errors = unknown });
        return wrong is null ? request : throw new RefusedRequestException(Problems.ValidationFailed with { Errors = wrong });
    }

    static Dictionary<string, string[]>? UnknownIn(IQueryCollection query)
    {
        Dictionary<string, string[]>? unknown = null;
        foreach (var name in query.Keys)
        {
            if (Array.Exists(Known, parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                continue;
            unknown ??= new(StringComparer.Ordinal);
            unknown[JsonPointer.Of([name])] = [QueryParameter.OneOf(Known.Select(parameter => parameter.Name))];
        }
        return unknown;
    }

    static void Add(ref Dictionary<string, string[]>? errors, QueryParameter parameter, string message) =>
        (errors ??= new(StringComparer.Ordinal))[JsonPointer.Of([parameter.Name])] = [message];
}
