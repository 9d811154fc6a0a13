using FluentValidation;
using FluentValidation.Validators;

namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>An IBAN of SEPA. Its pattern is for the OpenAPI document, which knows no countries and no check digits.</summary>
sealed class IbanValidator<T> : PropertyValidator<T, string>, IRegularExpressionValidator
{
    const string Blanks = @"[ \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]*";

    public string Expression => $"^{Blanks}([A-Za-z]{Blanks}){{2}}([0-9]{Blanks}){{2}}([A-Za-z0-9]{Blanks}){{11,30}}$";

    public override string Name => "Iban";

    public override bool IsValid(ValidationContext<T> context, string value)
    {
        if (Iban.WhyNone(value) is not { } reason)
            return true;
        context.MessageFormatter.AppendArgument("Reason", reason);
        return false;
    }

    protected override string GetDefaultMessageTemplate(string errorCode) => "{Reason}";
}
