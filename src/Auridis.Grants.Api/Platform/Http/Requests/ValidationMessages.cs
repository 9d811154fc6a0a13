using System.Globalization;
using FluentValidation.Internal;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Fills the texts of validators. Days are written as in the JSON beside them: the invariant culture would put the month first. A day is
/// later than another where a number is greater.
/// </summary>
sealed class ValidationMessages : MessageFormatter
{
    public override string BuildMessage(string messageTemplate)
    {
        var comparesDays = PlaceholderValues.GetValueOrDefault("ComparisonValue") is DateOnly;
        foreach (var (name, value) in PlaceholderValues)
        {
            if (value is DateOnly day)
                PlaceholderValues[name] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        AppendArgument("Greater", comparesDays ? Bilingual.Of("later", "später") : Bilingual.Of("greater", "größer"));
        AppendArgument("Less", comparesDays ? Bilingual.Of("earlier", "früher") : Bilingual.Of("less", "kleiner"));
        return base.BuildMessage(messageTemplate);
    }
}
