using System.Reflection;
using System.Xml.Linq;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>
/// The texts that stand above types and their constants in the sources, from the documentation file that the compiler makes of them.
/// </summary>
static class XmlTexts
{
    static readonly Lazy<Dictionary<string, XElement>> Members = new(() =>
        XDocument.Load(Path.ChangeExtension(typeof(XmlTexts).Assembly.Location, "xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal));

    /// <exception cref="InvalidOperationException">The type has no summary.</exception>
    public static string SummaryOf(Type type) => TextOf(type, "summary");

    /// <exception cref="InvalidOperationException">The type has no remarks.</exception>
    public static string RemarksOf(Type type) => TextOf(type, "remarks");

    /// <returns>Null when nothing stands above the constant.</returns>
    public static string? SummaryOf(FieldInfo constant) => TextOf($"F:{constant.DeclaringType!.FullName}.{constant.Name}", "summary");

    static string TextOf(Type type, string element) => TextOf($"T:{type.FullName}", element)
        ?? throw new InvalidOperationException($"{type.Name} has no <{element}> above it, by which the document describes it.");

    static string? TextOf(string member, string element) => Members.Value.GetValueOrDefault(member)?.Element(element) is { } text
        ? Prose.Unwrap(XmlCommentsTextHelper.Humanize(string.Concat(text.Nodes())))
        : null;
}
