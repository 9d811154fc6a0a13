using System.ComponentModel.DataAnnotations;
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
                JsonNamingPolicy.CamelCase.ConvertName(parameter.Name), parameter.ParameterInfo.GetCustomAttribute<OneOfAttribute>()?.Values,
                parameter.ParameterInfo.GetCustomAttribute<AgsAttribute>())),
    ];

    /// <returns>Which names and values of the query are refused; null when none is.</returns>
    public static Problem? Check(IQueryCollection query, IReadOnlyList<QueryParameter> known)
    {
        if (query.Count == 0 || known.Count == 0)
            return null;
        List<string>? unknown = null;
        List<(string Name, string Message)>? wrong = null;
        foreach (var (name, value) in query)
        {
            if (Find(known, name) is not { } parameter)
                (unknown ??= []).Add(name);
            else if (parameter.WhyRefused(value.ToString()) is { } message)
                (wrong ??= []).Add((parameter.Name, message));
        }
        if (unknown is not null)
            return Refuse(Problems.UnknownParameter, unknown.Select(name => (name, QueryParameter.OneOf(known.Select(parameter => parameter.Name)))));
        return wrong is null ? null : Refuse(Problems.ValidationFailed, wrong);
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

    static Problem Refuse(ProblemType type, IEnumerable<(string Name, string Message)> parameters) => new(type, [])
    {
        Errors = parameters.ToDictionary(parameter => JsonPointer.Of([parameter.Name]), parameter => new[] { parameter.Message }, StringComparer.Ordinal),
    };
}

/// <param name="Name">As clients write it; capitals and small letters are the same.</param>
/// <param name="Values">What it may be; null when it is not one of a list.</param>
/// <param name="Ags">The form of a key, when it names a Jugendamt.</param>
sealed record QueryParameter(string Name, IReadOnlyList<string>? Values, AgsAttribute? Ags)
{
    /// <summary>Why this value cannot be meant; null when it can.</summary>
    public string? WhyRefused(string value) => this switch
    {
        { Values: { } values } when !values.Contains(value, StringComparer.Ordinal) => OneOf(values),
        { Ags: { } ags } when value is "" || !ags.IsValid(value) => Text.Of("An AGS has 8 digits.", "Ein AGS hat 8 Ziffern."),
        _ => null,
    };

    public static string OneOf(IEnumerable<string> values) => Text.Of("One of: ", "Eines von: ") + string.Join(", ", values);
}

/// <summary>The text is an official municipality key (Amtlicher Gemeindeschlüssel); the OpenAPI document shows the pattern.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
sealed class AgsAttribute() : RegularExpressionAttribute("^[0-9]{8}$");
