using FluentValidation;

namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>What is said of an office besides its key.</summary>
interface IYouthOfficeDetails
{
    string Name { get; }

    string Kind { get; }

    string GovernmentDistrict { get; }

    string? County { get; }

    PostalAddress? Address { get; }
}

/// <summary>Its rules, the same when an office is created, changed or imported.</summary>
static class YouthOfficeDetails
{
    public static void Office<TRequest>(this RequestValidator<TRequest> validator)
        where TRequest : IYouthOfficeDetails
    {
        validator.RuleFor(office => office.Name).Line(200);
        validator.RuleFor(office => office.Kind).OneOf(typeof(YouthOfficeKind));
        validator.RuleFor(office => office.GovernmentDistrict).Line(100);
        validator.RuleFor(office => office.County!).Line(200).When(office => office.Kind == YouthOfficeKind.Municipality);
        validator.RuleFor(office => office.County).Null().When(office => office.Kind != YouthOfficeKind.Municipality);
        validator.RuleFor(office => office.Address!).SetValidator(new PostalAddress.Validator());
    }
}
