using FluentValidation;

namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Where letters reach an office.</summary>
/// <param name="Street">Street and number, or a post-office box: one line, up to 200 characters.</param>
/// <param name="PostalCode">Five digits.</param>
/// <param name="Town">One line, up to 100 characters.</param>
sealed record PostalAddress(string Street, string PostalCode, string Town)
{
    public sealed class Validator : RequestValidator<PostalAddress>
    {
        public Validator()
        {
            RuleFor(address => address.Street).Line(200);
            RuleFor(address => address.PostalCode).MaximumLength(5).Matches("^[0-9]{5}\\z")
                .WithMessage(_ => Bilingual.Of("A postal code has 5 digits.", "Eine Postleitzahl hat 5 Ziffern."));
            RuleFor(address => address.Town).Line(100);
        }
    }
}
