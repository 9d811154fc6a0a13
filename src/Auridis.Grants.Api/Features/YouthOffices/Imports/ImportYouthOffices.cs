namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Imports youth offices from a CSV file.</summary>
/// <remarks>
/// Creates all of its offices, or none: every row that is wrong is named with its line and column. An office that is there already is
/// wrong, too; it is changed by itself.
///
/// The first row names the columns, in any order: <c>ags</c>, <c>name</c>, <c>kind</c>, <c>governmentDistrict</c> (or
/// <c>regierungsbezirk</c>) and <c>county</c> are required, <c>street</c>, <c>postalCode</c> and <c>town</c> are not. They mean what
/// they mean when an office is created; the kind can also be written <c>Kreis</c>, <c>kreisfreie Stadt</c> or
/// <c>kreisangehörige Stadt</c>. An empty field counts as missing.
///
/// RFC 4180, with commas, semicolons or tabs, CRLF or LF, in UTF-8, with or without byte order mark, or Windows-1252. A field is a text,
/// also one that begins with an equals sign. At most 5,000 rows.
/// </remarks>
sealed class ImportYouthOffices : Slice<ImportYouthOffices.Request, Changed<YouthOfficeImport>>
{
    /// <summary>Germany has some 560 youth offices.</summary>
    const int MostRows = 5000;

    public sealed record Request : CsvUpload
    {
        /// <summary>Whether the file is only checked, and nothing changes.</summary>
        public bool Check { get; init; }
    }

    public override void Configure()
    {
        Post("/youth-offices/import");
        Policies(Can.ManageReferenceData);
        Refuses(Problems.ImportRefused);
    }

    protected override async Task<Changed<YouthOfficeImport>> Answer(Request request, CancellationToken cancel)
    {
        var faults = new CsvFaults();
        var offices = YouthOfficeTable.Read(request.File, MostRows, faults);
        return new(await Effect.Of(HttpContext, StatusCodes.Status200OK, tx => Import(tx, offices, faults, request.Check)));
    }

    static async Task<Outcome<YouthOfficeImport>> Import(
        Tx tx, List<(CsvRow Row, CreateYouthOffice.Request Request)> offices, CsvFaults found, bool check)
    {
        var faults = await WithTaken(tx, offices, found);
        if (faults.Any)
            return Problems.RefusedImport(faults);
        if (!check)
        {
            foreach (var (_, office) in offices)
                await YouthOffice.Of(tx, office).Insert(tx);
        }
        return new YouthOfficeImport(offices.Count, check ? 0 : offices.Count);
    }

    /// <summary>The faults of the file, and those of what is there: anew each time, since a transaction can run more than once.</summary>
    static async Task<CsvFaults> WithTaken(
        Tx tx, List<(CsvRow Row, CreateYouthOffice.Request Request)> offices, CsvFaults found)
    {
        var faults = found.Copy();
        var taken = (await tx.All<string>("select Ags from YouthOffice")).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, _) in offices.Where(office => taken.Contains(office.Request.Ags)))
            YouthOfficeTable.AddTaken(faults, row);
        return faults;
    }
}
