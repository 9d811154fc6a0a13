using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Auridis.Grants.Api.Http;

/// <summary>The parameters that a route takes from the query. A name that it does not know is refused: a filter that is misspelt would show everything.</summary>
static class QueryParameters
{
    /// <summary>Those that are marked, and those that may be missing: what stands in a path never may. Read once for each route.</summary>
    public static IReadOnlyList<QueryParameter> Of(EndpointMetadataCollection route) =>
    [
        .. route.OfType<IParameterBindingMetadata>()
            .Where(parameter => parameter.ParameterInfo.IsDefined(typeof(FromQueryAttribute), inherit: false)
                || (parameter.IsOptional && (parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string))))
            .Select(parameter => new QueryParameter(
                JsonNamingPolicy.CamelCase.ConvertName(parameter.Name), parameter.ParameterInfo.GetCustomAttribute<OneOfAttribute>()?.Values)),
    ];

    /// <returns>Which names and values of the query are refused; null when none is.</returns>
    public static Problem? Check(IQueryCollection query, IReadOnlyList<QueryParameter> known)
    {
        if (query.Count == 0 || known.Count == 0)
            return null;
        List<string>? unknown = null;
        List<QueryParameter>? unlisted = null;
        foreach (var (name, value) in query)
        {
            if (Find(known, name) is not { } parameter)
                (unknown ??= []).Add(name);
            else if (parameter.Values?.Contains(value.ToString(), StringComparer.Ordinal) == false)
                (unlisted ??= []).Add(parameter);
        }
        if (unknown is not null)
            return Refuse(Problems.UnknownParameter, unknown.Select(name => (name, known.Select(parameter => parameter.Name))));
        return unlisted is null ? null : Refuse(Problems.ValidationFailed, unlisted.Select(parameter => (parameter.Name, parameter.Values!.AsEnumerable())));
    }

    static QueryParameter? Find(IReadOnlyList<QueryParameter> known, string name)
    {
        foreach (var parameter in known)
        {
            if (parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return parameter;
        }
        return null;
    }

    static Problem Refuse(ProblemType type, IEnumerable<(string Name, IEnumerable<string> OneOf)> parameters) => new(type, [])
    {
        Errors = parameters.ToDictionary(
            parameter => JsonPointer.Of([parameter.Name]),
            parameter => new[] { Text.Of("One of: ", "Eines von: ") + string.Join(", ", parameter.OneOf) }, StringComparer.Ordinal),
    };
}

/// <param name="Name">As clients write it; capitals and small letters are the same.</param>
/// <param name="Values">What it may be; null when anything may be.</param>
sealed record QueryParameter(string Name, IReadOnlyList<string>? Values);
