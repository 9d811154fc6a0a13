namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The text of the query names a field to sort by, after a hyphen in descending order; the OpenAPI document lists them.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class SortedByAttribute(params string[] fields) : Attribute
{
    public IReadOnlyList<string> Fields => fields;

    /// <summary>A regular expression of ECMA-262.</summary>
    public string Pattern => $"^-?({string.Join('|', fields)})$";

    /// <summary>Why the list has no such order; null when it has.</summary>
    public string? WhyRefused(string text) =>
        fields.Contains(text is ['-', .. var field] ? field : text, StringComparer.Ordinal)
            ? null
            : QueryParameter.OneOf(fields.SelectMany(field => (string[])[field, "-" + field]));
}
