using System.Globalization;
using System.Reflection;
using CsvHelper;

namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>The Jugendämter of Westfalen-Lippe, as they come with the program.</summary>
static class YouthOfficeFile
{
    public static async Task Load(Tx tx)
    {
        foreach (var office in Read(tx))
            await office.Insert(tx);
    }

    static IEnumerable<YouthOffice> Read(Tx tx)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("youth-offices.csv")!;
        using var reader = new StreamReader(stream);
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            var county = csv.GetField("county");
            yield return new YouthOffice
            {
                Id = tx.NewId(),
                Version = 1,
                Ags = csv.GetField("ags")!,
                Name = csv.GetField("name")!,
                Kind = YouthOfficeKind.OfTerm(csv.GetField("kind")!),
                GovernmentDistrict = csv.GetField("regierungsbezirk")!,
                County = string.IsNullOrEmpty(county) ? null : county,
                CreatedAt = tx.Author.At,
                UpdatedAt = tx.Author.At,
            };
        }
    }
}
