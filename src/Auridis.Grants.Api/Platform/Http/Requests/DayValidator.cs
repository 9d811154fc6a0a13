using FluentValidation;
using FluentValidation.Validators;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A day that dates can be reckoned from.</summary>
sealed class DayValidator<T> : PropertyValidator<T, DateOnly>, IToldLimit
{
    const int FirstYear = 2000;
    const int LastYear = 2100;

    public override string Name => "Day";

    public string Told => $"From {FirstYear}-01-01 to {LastYear}-12-31.";

    public override bool IsValid(ValidationContext<T> context, DateOnly value) => value.Year is >= FirstYear and <= LastYear;

    protected override string GetDefaultMessageTemplate(string errorCode) => Bilingual.Of(
        $"The day must be between {FirstYear}-01-01 and {LastYear}-12-31.",
        $"Der Tag muss zwischen {FirstYear}-01-01 und {LastYear}-12-31 liegen.");
}
