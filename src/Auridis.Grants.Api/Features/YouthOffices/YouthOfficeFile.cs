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
        {
            await office.Insert(tx);
            Audit.Append(tx, "youth-office.created", office.Id, office.Version, new { office.Ags });
        }
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
            yield return new YouthOffice(
                tx.NewId(), 1,
                csv.GetField("ags")!,
                csv.GetField("name")!,
                YouthOfficeKind.OfTerm(csv.GetField("kind")!),
                csv.GetField("regierungsbezirk")!,
                string.IsNullOrEmpty(county) ? null : county);
        }
    }
}
