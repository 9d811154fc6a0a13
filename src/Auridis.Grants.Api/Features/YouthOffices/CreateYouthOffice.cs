using System.Text.RegularExpressions;
using FluentValidation;

namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Creates a youth office.</summary>
/// <remarks>Any German youth office can be created. Each programme says by its area which of them may apply.</remarks>
sealed partial class CreateYouthOffice : Creation<CreateYouthOffice.Request, YouthOffice>
{
    /// <param name="Ags">
    /// Official municipality key (Amtlicher Gemeindeschlüssel), 8 digits that begin with a state, 01 to 16. Those of counties and
    /// independent cities end in 000, those of municipalities do not.
    /// </param>
    /// <param name="Name">The town or county, up to 200 characters.</param>
    /// <param name="Kind">What kind of body runs it.</param>
    /// <param name="GovernmentDistrict">Regierungsbezirk, up to 100 characters; the state's name where it has none.</param>
    /// <param name="County">The county of a municipality, up to 200 characters: needed for one, and null for other kinds.</param>
    /// <param name="Address">Where letters reach it; null when that is not known.</param>
    public sealed record Request(
        string Ags,
        string Name,
        [property: OneOf(typeof(YouthOfficeKind))] string Kind,
        string GovernmentDistrict,
        string? County = null,
        PostalAddress? Address = null) : IYouthOfficeDetails;

    public sealed partial class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Ags).MaximumLength(8).Matches(OfficialKey())
                .WithMessage(_ => Bilingual.Of(
                    "An AGS has 8 digits and begins with a state, 01 to 16.",
                    "Ein AGS hat 8 Ziffern und beginnt mit einem Land, 01 bis 16."));
            RuleFor(request => request.Ags).Must((request, ags) => AgsOfKind.Fits(ags, request.Kind)).WithMessage(_ => AgsOfKind.Message);
            this.Office();
        }

        [GeneratedRegex(
            "^(0[1-9]|1[0-6])[0-9]{6}\\z",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            matchTimeoutMilliseconds: 1000)]
        private static partial Regex OfficialKey();
    }

    public override void Configure()
    {
        Post("/youth-offices");
        Policies(Can.ManageReferenceData);
        Refuses(YouthOfficeProblems.AgsTaken);
    }

    protected override string LocationOf(YouthOffice office) => $"/youth-offices/{office.Id}";

    protected override async Task<Outcome<YouthOffice>> Handle(Tx tx, Request request)
    {
        if (await YouthOffice.FindByAgs(tx, request.Ags) is not null)
            return YouthOfficeProblems.AgsTaken.With(("ags", request.Ags));
        var office = YouthOffice.Of(tx, request);
        await office.Insert(tx);
        return office;
    }
}
