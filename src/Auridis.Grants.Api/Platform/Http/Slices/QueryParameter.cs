using System.Globalization;
using System.Reflection;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A parameter that a route takes from the query.</summary>
sealed class QueryParameter(PropertyInfo property)
{
    readonly Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    readonly IReadOnlyList<string>? values = property.GetCustomAttribute<OneOfAttribute>()?.Values;
    readonly AgsAttribute? ags = property.GetCustomAttribute<AgsAttribute>();
    readonly BetweenAttribute? between = property.GetCustomAttribute<BetweenAttribute>();
    readonly bool isSearched = property.IsDefined(typeof(SearchTextAttribute));
    readonly SortedByAttribute? sortedBy = property.GetCustomAttribute<SortedByAttribute>();
    readonly NotBeforeAttribute? notBefore = property.GetCustomAttribute<NotBeforeAttribute>();

    /// <summary>As clients write it; capitals and small letters are the same.</summary>
    public string Name { get; } = Parameters.NameOf(property);

    public bool IsRequired { get; } = property.IsDefined(typeof(RequiredParameterAttribute));

    public void Set(object request, object? value) => property.SetValue(request, value);

    /// <summary>
    /// Each value has one spelling: a date that is guessed, and a number in disguise, would be another filter than the one that was
    /// meant.
    /// </summary>
    public bool TryRead(string text, out object? value)
    {
        value = type switch
        {
            _ when type == typeof(string) => Characters.Compose(text),
            _ when type == typeof(Guid) => Guid.TryParseExact(text, "D", out var id) ? id : null,
            _ when type == typeof(DateOnly) =>
                DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            _ when type == typeof(DateTimeOffset) => Time(text),
            _ when type == typeof(bool) => text switch { "true" => true, "false" => false, _ => null },
            _ when type == typeof(int) =>
                IsNumber(text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : null,
            _ when type == typeof(long) =>
                IsNumber(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : null,
            _ => throw new InvalidOperationException($"{property.DeclaringType}.{property.Name} has a type that no query can carry."),
        };
        return value is not null;
    }

    /// <summary>Why this value cannot be meant; null when it can.</summary>
    /// <param name="value">As it was read.</param>
    public string? WhyRefused(object? value) => value switch
    {
        string text when values is not null && !values.Contains(text, StringComparer.Ordinal) => OneOf(values),
        string text when ags is not null && !ags.IsValid(text) => Bilingual.Of("An AGS has 8 digits.", "Ein AGS hat 8 Ziffern."),
        string text when isSearched => SearchTextAttribute.WhyRefused(text),
        string text when sortedBy is not null => sortedBy.WhyRefused(text),
        int or long when between is not null => between.WhyRefused(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>Why this value cannot be meant beside another one of the request; null when it can.</summary>
    public string? WhyOutOfOrder(object request) =>
        notBefore is not null
        && property.GetValue(request) is IComparable end
        && property.DeclaringType!.GetProperty(notBefore.Begin)!.GetValue(request) is { } begin
        && end.CompareTo(begin) < 0
            ? Bilingual.Of($"Must not be before {notBefore.Name}.", $"Darf nicht vor {notBefore.Name} liegen.")
            : null;

    public static string OneOf(IEnumerable<string> values) =>
        Bilingual.Of("Must be one of: ", "Zulässig sind: ") + string.Join(", ", values);

    /// <summary>
    /// RFC 3339 with its zone, as in a body: clients that are generated write offsets and seven places. Without a zone, a time would be
    /// taken for the server's own.
    /// </summary>
    static DateTimeOffset? Time(string text) => text.Length > 19 && (text[^1] is 'Z' || text[^6] is '+' or '-')
        && DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Without leading zeros, a plus sign or blanks.</summary>
    static bool IsNumber(string text) => text is "0" or [>= '1' and <= '9', ..] or ['-', >= '1' and <= '9', ..];
}
