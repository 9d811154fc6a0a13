using FluentValidation;

namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>What is said of a contact person.</summary>
/// <param name="Name">The person's name: one line, up to 200 characters.</param>
/// <param name="JobTitle">What the person does in the office: one line, up to 200 characters.</param>
/// <param name="Email">Up to 254 characters; this or the phone is needed.</param>
/// <param name="Phone">Up to 40 digits, blanks and the signs of telephone numbers; this or the e-mail address is needed.</param>
sealed record ContactDetails(string Name, string? JobTitle = null, string? Email = null, string? Phone = null)
{
    public sealed class Validator : RequestValidator<ContactDetails>
    {
        public Validator()
        {
            RuleFor(contact => contact.Name).Line(200);
            RuleFor(contact => contact.JobTitle!).Line(200).When(contact => contact.JobTitle is not null);
            RuleFor(contact => contact.Email).MaximumLength(254).Matches("^[!-?A-~]+@[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)+\\z")
                .WithMessage(_ => Bilingual.Of("This is not an e-mail address.", "Das ist keine E-Mail-Adresse."));
            RuleFor(contact => contact.Phone).MaximumLength(40).Matches("^\\+?[0-9][0-9 ()/.-]*\\z")
                .WithMessage(_ => Bilingual.Of(
                    "A telephone number has digits, blanks and the signs ( ) / . - and can begin with +.",
                    "Eine Telefonnummer hat Ziffern, Leerzeichen und die Zeichen ( ) / . - und kann mit + beginnen."));
            RuleFor(contact => contact.Email).NotNull().When(contact => contact.Phone is null)
                .WithMessage(_ => Bilingual.Of(
                    "Without an e-mail address or a phone nobody reaches this person.",
                    "Ohne E-Mail-Adresse oder Telefon erreicht niemand diese Person."));
        }
    }
}
