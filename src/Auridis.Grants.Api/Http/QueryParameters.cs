using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Auridis.Grants.Api.Http;

/// <summary>The parameters that a route takes from the query. A name that it does not know is refused: a filter that is misspelt would show everything.</summary>
static class QueryParameters
{
    /// <summary>Those that are marked, and those that may be missing: what stands in a path never may.</summary>
    public static IReadOnlyList<IParameterBindingMetadata> Of(EndpointMetadataCollection route) =>
    [
        .. route.OfType<IParameterBindingMetadata>().Where(parameter => parameter.ParameterInfo.IsDefined(typeof(FromQueryAttribute), inherit: false)
            || (parameter.IsOptional && (parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string)))),
    ];

    /// <returns>Which names and values of the query are refused; null when none is.</returns>
    public static Problem? Check(IQueryCollection query, IReadOnlyList<IParameterBindingMetadata> known)
    {
        if (query.Count == 0 || known.Count == 0)
            return null;
        var unknown = query.Keys.Where(name => known.All(parameter => !IsNamed(parameter, name))).ToList();
        if (unknown.Count > 0)
            return Refuse(Problems.UnknownParameter, unknown, _ => Text.Of("One of: ", "Eines von: ") + string.Join(", ", known.Select(Name)));
        var unlisted = known.Where(parameter => query.TryGetValue(parameter.Name, out var value)
            && Values(parameter) is { } values && !values.Contains(value.ToString(), StringComparer.Ordinal)).ToList();
        return unlisted.Count == 0 ? null : Refuse(Problems.ValidationFailed, unlisted.ConvertAll(Name), name =>
            Text.Of("One of: ", "Eines von: ") + string.Join(", ", Values(unlisted.First(parameter => Name(parameter) == name))!));
    }

    static Problem Refuse(ProblemType type, IReadOnlyList<string> names, Func<string, string> message) => new(type, [])
    {
        Errors = names.ToDictionary(name => JsonPointer.Of([name]), name => new[] { message(name) }, StringComparer.Ordinal),
    };

    static IReadOnlyList<string>? Values(IParameterBindingMetadata parameter) => parameter.ParameterInfo.GetCustomAttribute<OneOfAttribute>()?.Values;

    static bool IsNamed(IParameterBindingMetadata parameter, string name) => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    static string Name(IParameterBindingMetadata parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name);
}
