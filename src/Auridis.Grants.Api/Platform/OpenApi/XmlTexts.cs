using System.Collections.Concurrent;
using System.Reflection;
using System.Xml.Linq;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>
/// The texts that stand above types and their constants in the sources, from the documentation files that the compiler makes of them.
/// </summary>
static class XmlTexts
{
    static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Members = new();

    /// <exception cref="InvalidOperationException">The type has no summary.</exception>
    public static string SummaryOf(Type type) => TextOf(type, "summary");

    /// <exception cref="InvalidOperationException">The type has no remarks.</exception>
    public static string RemarksOf(Type type) => TextOf(type, "remarks");

    /// <returns>Null when nothing stands above the constant.</returns>
    public static string? SummaryOf(FieldInfo constant) =>
        TextOf(constant.DeclaringType!.Assembly, $"F:{Name(constant.DeclaringType)}.{constant.Name}", "summary");

    static string TextOf(Type type, string element) => TextOf(type.Assembly, $"T:{Name(type)}", element)
        ?? throw new InvalidOperationException($"{type.Name} has no <{element}> above it, by which the document describes it.");

    static string? TextOf(Assembly assembly, string member, string element) =>
        Members.GetOrAdd(assembly, Read).GetValueOrDefault(member)?.Element(element) is { } text
            ? Prose.Unwrap(XmlCommentsTextHelper.Humanize(string.Concat(text.Nodes())))
            : null;

    static string Name(Type type) => type.FullName!.Replace('+', '.');

    static Dictionary<string, XElement> Read(Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, "xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
}
