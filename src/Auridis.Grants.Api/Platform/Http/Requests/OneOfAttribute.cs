using System.Reflection;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The text is one of the constants of a static class; the OpenAPI document lists them.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed class OneOfAttribute(Type constants) : Attribute
{
    public Type Constants => constants;

    public IReadOnlyList<string> Values => ValuesOf(constants);

    /// <summary>The string constants of a class, in the order of their declaration.</summary>
    public static IReadOnlyList<string> ValuesOf(Type constants) =>
        [
            .. constants.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.IsLiteral)
                .Select(field => (string)field.GetRawConstantValue()!),
        ];
}
