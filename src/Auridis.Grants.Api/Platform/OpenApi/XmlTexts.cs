using System.Xml.Linq;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>The texts that stand above types in the sources, from the documentation file that the compiler makes of them.</summary>
static class XmlTexts
{
    static readonly Lazy<Dictionary<string, XElement>> Types = new(() =>
        XDocument.Load(Path.ChangeExtension(typeof(XmlTexts).Assembly.Location, "xml")).Descendants("member")
            .Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal))
            .ToDictionary(member => member.Attribute("name")!.Value[2..], StringComparer.Ordinal));

    /// <exception cref="InvalidOperationException">The type has no summary.</exception>
    public static string SummaryOf(Type type) => TextOf(type, "summary");

    /// <exception cref="InvalidOperationException">The type has no remarks.</exception>
    public static string RemarksOf(Type type) => TextOf(type, "remarks");

    static string TextOf(Type type, string element) =>
        Types.Value.GetValueOrDefault(type.FullName!)?.Element(element) is { } text
            ? Prose.Unwrap(XmlCommentsTextHelper.Humanize(string.Concat(text.Nodes())))
            : throw new InvalidOperationException($"{type.Name} has no <{element}> above it, which its operation is described by.");
}
