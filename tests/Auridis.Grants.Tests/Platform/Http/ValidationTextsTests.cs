using System.Globalization;
using FluentValidation;
using FluentValidation.Validators;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>What validators say is ours, in both languages: no text of FluentValidation, which would name the property in C#.</summary>
[TestFixture]
public sealed class ValidationTextsTests
{
    [Test]
    public void No_rule_of_any_validator_falls_back_to_a_text_of_the_library([Values("en", "de")] string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        ValidatorOptions.Global.LanguageManager = new ValidationTexts();
        var fallbacks =
            from type in typeof(ValidationTexts).Assembly.GetTypes()
            where type is { IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(IValidator))
            from rule in (IEnumerable<IValidationRule>)Activator.CreateInstance(type)!
            from component in rule.Components
            where component.Validator is not IChildValidatorAdaptor
            where component.GetUnformattedErrorMessage().Contains("{PropertyName}", StringComparison.Ordinal)
            select $"{type.FullName}: {rule.PropertyName}, {component.Validator.Name}";

        Assert.That(fallbacks.Distinct(StringComparer.Ordinal), Is.Empty,
            "ValidationTexts has the texts of rules, WithMessage those of one place");
    }

    [TestCase("en", "The value must be later than 2018-11-30.")]
    [TestCase("de", "Der Wert muss später als 2018-11-30 sein.")]
    public void A_day_is_later_where_a_number_is_greater(string language, string message)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var formatter = new ValidationMessages();
        formatter.AppendArgument("ComparisonValue", new DateOnly(2018, 11, 30));

        Assert.That(formatter.BuildMessage(new ValidationTexts().GetString("GreaterThanValidator")), Is.EqualTo(message));
    }
}
