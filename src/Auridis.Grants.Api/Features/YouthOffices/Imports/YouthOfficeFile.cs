using System.Reflection;

namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>The Jugendämter of Westfalen-Lippe, as they come with the program.</summary>
static class YouthOfficeFile
{
    /// <exception cref="InvalidOperationException">The file has a fault.</exception>
    public static async Task Load(Tx tx)
    {
        var faults = new CsvFaults();
        var offices = YouthOfficeTable.Read(Bytes(), CsvFaults.Most, faults);
        if (faults.First() is [var first, ..])
            throw new InvalidOperationException($"youth-offices.csv is wrong: {first}");
        foreach (var office in offices)
            await YouthOffice.Of(tx, office.Request).Insert(tx);
    }

    static byte[] Bytes()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("youth-offices.csv")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
