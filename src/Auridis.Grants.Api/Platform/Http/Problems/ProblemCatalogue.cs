using System.Reflection;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Every problem that the product can answer, wherever it is declared.</summary>
static class ProblemCatalogue
{
    static readonly Lazy<IReadOnlyDictionary<string, Problem>> ByCode =
        new(() => Declared().ToDictionary(type => type.Code, StringComparer.Ordinal));

    /// <summary>All of them, by code.</summary>
    public static IEnumerable<Problem> All => ByCode.Value.Values.OrderBy(type => type.Code, StringComparer.Ordinal);

    public static Problem? Find(string code) => ByCode.Value.GetValueOrDefault(code);

    /// <summary>The static fields of the assembly, as they are declared; a test holds that no code is declared twice.</summary>
    public static IEnumerable<Problem> Declared() => typeof(ProblemCatalogue).Assembly.GetTypes()
        .Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(field => field.FieldType == typeof(Problem))
        .Select(field => (Problem)field.GetValue(null)!);
}
