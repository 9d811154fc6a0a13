using System.Buffers;
using System.IO.Compression;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// A file that is a ZIP archive is kept only when nobody is harmed by opening it: it has 2,000 entries and 100 MiB at most, unpacks to a
/// hundred times its size at most, each entry has a plain name of its own, none is encrypted, and none has macros.
/// </summary>
static class ZipPackage
{
    const int MostEntries = 2_000;
    const long MostUnpacked = 100 * 1024 * 1024;
    const int MostRatio = 100;

    /// <summary>PK, 1, 2.</summary>
    const uint Header = 0x504B0102;

    public static Problem WithMacros => Because("it has macros", "sie enthält Makros");

    public static Problem Encrypted => Because("it is encrypted", "sie ist verschlüsselt");

    /// <summary>Why an archive is not kept; null when it is.</summary>
    /// <exception cref="InvalidDataException">It is no archive that can be unpacked.</exception>
    public static Problem? WhyUnsafe(UploadedFile file, ZipArchive zip)
    {
        if (HeadersIn(file) > MostEntries)
            return Because($"it has more than {MostEntries} entries", $"sie hat mehr als {MostEntries} Einträge");
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count || !names.TrueForAll(IsPlain))
            return Because("an entry has a name that leads elsewhere", "ein Eintrag hat einen Namen, der anderswohin führt");
        if (names.Exists(HoldsMacros))
            return WithMacros;
        if (zip.Entries.Any(entry => entry.IsEncrypted))
            return Encrypted;
        return Unpacks(zip, Math.Min(MostUnpacked, (long)file.Size * MostRatio))
            ? null
            : Because("it unpacks to too much", "sie ist entpackt zu groß");
    }

    /// <summary>
    /// Each entry has a header in the directory. They are counted in the bytes, before a reader makes an object of each: in 10 MiB there is
    /// room for 200,000.
    /// </summary>
    static int HeadersIn(UploadedFile file)
    {
        var (count, last) = (0, 0u);
        foreach (var part in file.Parts)
        {
            foreach (var next in part)
            {
                last = (last << 8) | next;
                if (last == Header)
                    count++;
            }
        }
        return count;
    }

    /// <summary>Windows takes dots and spaces off the end of a name: there, a part of nothing else leads up as two dots do.</summary>
    static bool IsPlain(string name) =>
        name is not ("" or ['/', ..])
        && !name.AsSpan().ContainsAny('\\', ':', '\0')
        && !name.Split('/').Any(part => part is not "" && part.AsSpan().Trim(". ").IsEmpty);

    /// <summary>Visual Basic and macro sheets of Office Open XML, Basic and scripts of OpenDocument.</summary>
    static bool HoldsMacros(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("vbaData.xml", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    /// <summary>What comes out is counted: an archive can say of itself what it likes.</summary>
    static bool Unpacks(ZipArchive zip, long most)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(UploadedFile.PartSize);
        try
        {
            var unpacked = 0L;
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                int read;
                while ((read = content.Read(buffer)) > 0)
                {
                    unpacked += read;
                    if (unpacked > most)
                        return false;
                }
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    static Problem Because(string en, string de) => UploadProblems.Unsafe.With(("reason", Bilingual.Of(en, de)));
}
