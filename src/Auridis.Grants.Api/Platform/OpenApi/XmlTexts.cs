using System.Collections.Concurrent;
using System.Reflection;
using System.Xml.Linq;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>The texts that stand above types in the sources, from the documentation files that the compiler makes of them.</summary>
static class XmlTexts
{
    static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Types = new();

    /// <exception cref="InvalidOperationException">The type has no summary.</exception>
    public static string SummaryOf(Type type) => TextOf(type, "summary");

    /// <exception cref="InvalidOperationException">The type has no remarks.</exception>
    public static string RemarksOf(Type type) => TextOf(type, "remarks");

    static string TextOf(Type type, string element) =>
        Types.GetOrAdd(type.Assembly, Read).GetValueOrDefault(type.FullName!.Replace('+', '.'))?.Element(element) is { } text
            ? Prose.Unwrap(XmlCommentsTextHelper.Humanize(string.Concat(text.Nodes())))
            : throw new InvalidOperationException($"{type.Name} has no <{element}> above it, which its operation is described by.");

    static Dictionary<string, XElement> Read(Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, "xml")).Descendants("member")
            .Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal))
            .ToDictionary(member => member.Attribute("name")!.Value[2..], StringComparer.Ordinal);
}
