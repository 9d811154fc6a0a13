using System.Globalization;
using System.Text.Json;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// An operation that will be removed. From the first day on the document marks it, and its answers say so; from the last day on a release
/// with a new first number can leave it out.
/// </summary>
sealed class Deprecation
{
    /// <summary>What clients are promised: so long they have to move on.</summary>
    const int LeastMonths = 12;

    readonly DateOnly since;
    readonly DateOnly until;
    readonly Type instead;

    /// <param name="since">The day of the release that deprecates the operation.</param>
    /// <param name="until">From this day on it can be removed.</param>
    /// <param name="instead">The slice that does the same or more.</param>
    /// <exception cref="InvalidOperationException">There are not twelve months between the two days.</exception>
    public Deprecation(DateOnly since, DateOnly until, Type instead)
    {
        if (until < since.AddMonths(LeastMonths))
            throw new InvalidOperationException($"What is deprecated on {Written(since)} stays for {LeastMonths} months at least.");
        (this.since, this.until, this.instead) = (since, until, instead);
    }

    /// <summary>RFC 9745: the beginning of the day, as seconds since 1970.</summary>
    public string Header => string.Create(CultureInfo.InvariantCulture, $"@{Beginning(since).ToUnixTimeSeconds()}");

    /// <summary>RFC 8594: the beginning of the day.</summary>
    public string Sunset => Beginning(until).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>For the OpenAPI document.</summary>
    public string Text => $"Deprecated since {Written(since)}; from {Written(until)} on it can be removed. "
        + $"Use `{JsonNamingPolicy.CamelCase.ConvertName(instead.Name)}` instead.";

    static DateTimeOffset Beginning(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
