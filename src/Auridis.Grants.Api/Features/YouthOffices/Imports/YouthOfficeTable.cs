namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Youth offices as a CSV file: the columns, and what a row means.</summary>
static class YouthOfficeTable
{
    static readonly CsvColumn[] Columns =
    [
        new("ags", IsRequired: true),
        new("name", IsRequired: true),
        new("kind", IsRequired: true),
        new("governmentDistrict", IsRequired: true, OtherName: "regierungsbezirk"),
        new("county", IsRequired: true),
        new("street", IsRequired: false),
        new("postalCode", IsRequired: false),
        new("town", IsRequired: false),
    ];

    static readonly CreateYouthOffice.Validator Validator = new();

    /// <summary>The offices of a file, each key once; all else is a fault.</summary>
    /// <exception cref="RefusedRequestException">The file has more rows than <paramref name="most"/>.</exception>
    public static List<(CsvRow Row, CreateYouthOffice.Request Request)> Read(byte[] file, int most, CsvFaults faults)
    {
        List<(CsvRow Row, CreateYouthOffice.Request Request)> offices = [];
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        foreach (var row in new CsvTable(file, Columns, faults).Rows())
        {
            if (offices.Count == most)
                throw new RefusedRequestException(Problems.TooLarge);
            var office = Of(row);
            // Of a field the first one: what is too long has the wrong form as well.
            foreach (var failure in Validator.Validate(office).Errors.DistinctBy(failure => failure.PropertyName, StringComparer.Ordinal))
                faults.Add(row.Line, row.NumberOf(ColumnOf(failure.PropertyName)), failure.ErrorMessage);
            if (office.Ags is not "" && !lines.TryAdd(office.Ags, row.Line))
            {
                faults.Add(row.Line, row.NumberOf("ags"), Bilingual.Of(
                    $"This AGS stands on line {lines[office.Ags]} already.", $"Dieser AGS steht schon in Zeile {lines[office.Ags]}."));
            }
            offices.Add((row, office));
        }
        return offices;
    }

    /// <summary>A fault of an office that is there already.</summary>
    public static void AddTaken(CsvFaults faults, CsvRow row) =>
        faults.Add(row.Line, row.NumberOf("ags"), Bilingual.Of(
            "There is a youth office with this key.", "Es gibt schon ein Jugendamt mit diesem Schlüssel."));

    static CreateYouthOffice.Request Of(CsvRow row) => new(
        row["ags"] ?? "",
        row["name"] ?? "",
        YouthOfficeKind.OfTerm(row["kind"] ?? ""),
        row["governmentDistrict"] ?? "",
        row["county"],
        row["street"] is null && row["postalCode"] is null && row["town"] is null
            ? null
            : new PostalAddress(row["street"] ?? "", row["postalCode"] ?? "", row["town"] ?? ""));

    /// <summary>The column of a member: <c>Address.PostalCode</c> stands in <c>postalCode</c>.</summary>
    static string ColumnOf(string property)
    {
        var member = property.Split('.')[^1];
        return Array.Find(Columns, column => column.IsCalled(member))!.Name;
    }
}
