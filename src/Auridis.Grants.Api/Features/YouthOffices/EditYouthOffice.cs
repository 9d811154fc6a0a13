using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Changes what is said of a youth office.</summary>
/// <remarks>
/// All but its key: another key is another office. Kind and government district stay while the office holds a place in a programme whose
/// quotas count by them.
/// </remarks>
sealed class EditYouthOffice : Change<EditYouthOffice.Request, YouthOffice>
{
    /// <param name="Name">The town or county, up to 200 characters.</param>
    /// <param name="Kind">What kind of body runs it; it fits the key.</param>
    /// <param name="GovernmentDistrict">Regierungsbezirk, up to 100 characters; the state's name where it has none.</param>
    /// <param name="County">The county of a municipality, up to 200 characters: needed for one, and null for other kinds.</param>
    /// <param name="Address">Where letters reach it; null when that is not known.</param>
    public sealed record Request(
        string Name,
        [property: OneOf(typeof(YouthOfficeKind))] string Kind,
        string GovernmentDistrict,
        string? County = null,
        PostalAddress? Address = null) : IYouthOfficeDetails;

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator() => this.Office();
    }

    public override void Configure()
    {
        Put("/youth-offices/{id:guid}");
        Policies(Can.ManageReferenceData);
        Refuses(Problems.NotFound, Problems.ValidationFailed, Problems.StaleVersion, ProgrammeProblems.OfficeHoldsPlace);
    }

    protected override async Task<Outcome<YouthOffice>> Handle(Tx tx, Request request)
    {
        if (await YouthOffice.Find(tx, Id) is not { } before)
            return Problems.NotFound;
        if (!AgsOfKind.Fits(before.Ags, request.Kind))
            return Problems.InvalidAt(nameof(request.Kind), AgsOfKind.Message);
        // Before the office is touched: who publishes or frees a place there holds the programme's row.
        var counted = await CountedOffice.WhyRefused(tx, before, request);
        if (await tx.Execute(Update, new
        {
            Id,
            SeenVersion,
            request.Name,
            NameKey = SearchKey.Of(request.Name).ToString(),
            request.Kind,
            request.GovernmentDistrict,
            request.County,
            Address = request.Address is null ? null : StoredJson.Of(request.Address),
            tx.Author.At,
        }) == 0)
            return Problems.Stale((await YouthOffice.Find(tx, Id))!.Version, SeenVersion);
        if (counted is not null)
            return counted;
        var office = (await YouthOffice.Find(tx, Id))!;
        Audit.Append(tx, AuditAction.YouthOfficeEdited, Id, office.Version,
            new { office.Name, office.Kind, office.GovernmentDistrict, office.County });
        return office;
    }

    const string Update = """
        update YouthOffice
        set Name = @Name, NameKey = @NameKey, Kind = @Kind, GovernmentDistrict = @GovernmentDistrict, County = @County,
            Address = @Address,
            Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion
        """;
}
