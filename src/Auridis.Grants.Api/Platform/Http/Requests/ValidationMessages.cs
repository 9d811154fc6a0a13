using System.Globalization;
using FluentValidation.Internal;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Writes days as in the JSON beside them: the invariant culture would put the month first.</summary>
sealed class ValidationMessages : MessageFormatter
{
    public override string BuildMessage(string messageTemplate)
    {
        foreach (var (name, value) in PlaceholderValues)
        {
            if (value is DateOnly day)
                PlaceholderValues[name] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        return base.BuildMessage(messageTemplate);
    }
}
