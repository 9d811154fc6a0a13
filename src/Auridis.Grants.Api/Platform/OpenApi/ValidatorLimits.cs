using System.Globalization;
using System.Reflection;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>
/// What the validators allow, as limits of schemas: lengths, ranges and patterns. What no keyword says is told in the field's description:
/// ranges of days, and how a field compares with another one. Other rules over several fields stand in the texts.
/// </summary>
static class ValidatorLimits
{
    static readonly Lazy<ILookup<(Type Type, string Field), (IPropertyValidator Validator, bool OfItems)>> Rules = new(() =>
        typeof(ValidatorLimits).Assembly.GetTypes()
            .Where(StandsByItself)
            .SelectMany(type => In(type.BaseType!.GenericTypeArguments[0], (IEnumerable<IValidationRule>)Activator.CreateInstance(type)!))
            .ToLookup(rule => (rule.Type, rule.Field), rule => (rule.Validator, rule.OfItems)));

    /// <summary>Gives a field what its validators say of it.</summary>
    /// <param name="type">The type that has the field.</param>
    /// <param name="field">Its name in JSON.</param>
    public static void Add(IOpenApiSchema schema, Type type, string field)
    {
        foreach (var (validator, ofItems) in Rules.Value[(type, field)])
        {
            if (Told(validator, schema) is { } sentence)
                schema.Description += " " + sentence;
            else
                Add((ofItems ? schema.Items : schema) as OpenApiSchema, validator);
        }
    }

    /// <summary>What has to be said in words; null when there is a keyword for it, or nothing to say.</summary>
    static string? Told(IPropertyValidator validator, IOpenApiSchema schema) => validator switch
    {
        IToldLimit limit => limit.Told,
        // Amounts are texts, which no keyword compares.
        IComparisonValidator { ValueToCompare: Money { Cents: 0 }, Comparison: Comparison.GreaterThan } => "Greater than 0.00.",
        IComparisonValidator { ValueToCompare: Money { Cents: 0 } } => "Not negative.",
        IComparisonValidator { MemberToCompare: { } member } other => Compared(other.Comparison, schema.Format == "date", member.Name),
        _ => null,
    };

    static string Compared(Comparison comparison, bool days, string member) => (comparison, days) switch
    {
        (Comparison.GreaterThan, true) => "Later than",
        (Comparison.GreaterThan, false) => "Greater than",
        (Comparison.GreaterThanOrEqual, true) => "Not before",
        (Comparison.GreaterThanOrEqual, false) => "At least",
        _ => throw new InvalidOperationException($"The document has no words for '{comparison}'."),
    } + $" `{JsonNamingPolicy.CamelCase.ConvertName(member)}`.";

    static void Add(OpenApiSchema? schema, IPropertyValidator validator)
    {
        var isText = schema?.Type?.HasFlag(JsonSchemaType.String) == true;
        switch (validator)
        {
            case INotEmptyValidator when isText:
                schema!.MinLength ??= 1;
                break;
            case INotEmptyValidator when schema?.Type?.HasFlag(JsonSchemaType.Array) == true:
                schema.MinItems ??= 1;
                break;
            case IItemsLimit limit when schema?.Type?.HasFlag(JsonSchemaType.Array) == true:
                schema.MaxItems = limit.Most;
                if (limit.Least > 0)
                    schema.MinItems = limit.Least;
                break;
            case ILengthValidator length when isText:
                schema!.MaxLength = length.Max;
                if (length.Min > 0)
                    schema.MinLength = length.Min;
                break;
            case ICharactersLimit characters when isText:
                schema!.Pattern = characters.Pattern;
                break;
            case IRegularExpressionValidator { Expression: { } expression } when isText && schema!.Enum is null:
                // In ECMA-262, $ is the very end.
                schema.Pattern = expression.Replace("\\z", "$", StringComparison.Ordinal);
                break;
            case IBetweenValidator between when IsNumber(schema):
                (schema!.Minimum, schema.Maximum) = (Number(between.From), Number(between.To));
                break;
            case IComparisonValidator { ValueToCompare: { } bound, Comparison: Comparison.LessThanOrEqual } when IsNumber(schema):
                schema!.Maximum = Number(bound);
                break;
            case IComparisonValidator { ValueToCompare: { } bound, Comparison: Comparison.GreaterThanOrEqual } when IsNumber(schema):
                schema!.Minimum = Number(bound);
                break;
        }
    }

    /// <summary>The rules of a validator, and those that it keeps for the parts of its fields.</summary>
    static IEnumerable<(Type Type, string Field, IPropertyValidator Validator, bool OfItems)> In(
        Type type, IEnumerable<IValidationRule> rules)
    {
        foreach (var rule in rules.Where(rule => rule.Member is PropertyInfo))
        {
            var ofItems = rule.GetType().GetInterfaces()
                .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));
            foreach (var validator in rule.Components.Select(component => component.Validator))
            {
                if (validator is IChildValidatorAdaptor)
                {
                    // Validators that stand by themselves are found as such.
                    if (Child(validator) is { } child && !StandsByItself(child.GetType()))
                    {
                        foreach (var part in In(child.GetType().BaseType!.GenericTypeArguments[0], (IEnumerable<IValidationRule>)child))
                            yield return part;
                    }
                }
                else
                {
                    yield return (type, JsonNamingPolicy.CamelCase.ConvertName(rule.PropertyName), validator, ofItems);
                }
            }
        }
    }

    /// <summary>A class of its own, not rules for the parts of a field, written where the field is.</summary>
    static bool StandsByItself(Type type) => !type.IsAbstract && type.BaseType is { IsGenericType: true } parent
        && (parent.GetGenericTypeDefinition() == typeof(AbstractValidator<>)
            || parent.GetGenericTypeDefinition() == typeof(RequestValidator<>));

    /// <summary>The adaptor is generic in types that are known here at run time only.</summary>
    static object? Child(IPropertyValidator adaptor)
    {
        var method = adaptor.GetType().GetMethod("GetValidator")!;
        var context = Activator.CreateInstance(method.GetParameters()[0].ParameterType, [null]);
        return method.Invoke(adaptor, [context, null]);
    }

    static bool IsNumber(OpenApiSchema? schema) =>
        schema?.Type is { } type && (type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number));

    static string Number(object bound) => Convert.ToString(bound, CultureInfo.InvariantCulture)!;
}
