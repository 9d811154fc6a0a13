using System.IO.Compression;
using System.Text;

namespace Auridis.Grants.Tests.Playing;

/// <summary>Small files of all types that are taken, and archives of any content.</summary>
static class SampleFile
{
    public const string Pdf = "application/pdf";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Odt = "application/vnd.oasis.opendocument.text";
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";

    /// <summary>The smallest picture that viewers show, 1 × 1.</summary>
    static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>The parts of a picture of 1 × 1: what it is, how large, and its points.</summary>
    public static readonly byte[] JpegHeader = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
    public static readonly byte[] JpegFrame = [0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0];
    public static readonly byte[] JpegScan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xFF, 0xD9];

    /// <summary>A file of this type.</summary>
    public static byte[] Of(string contentType) => contentType switch
    {
        Pdf => PdfOf(200),
        Docx => Zip(Types(Docx + ".main+xml"), ("word/document.xml", "<document/>")),
        Xlsx => Zip(Types(Xlsx + ".main+xml"), ("xl/workbook.xml", "<workbook/>")),
        Odt => Zip(("mimetype", Odt), ("META-INF/manifest.xml", "<manifest/>"), ("content.xml", "<content/>")),
        Png => Pixel,
        _ => [.. JpegHeader, .. JpegFrame, .. JpegScan],
    };

    /// <summary>A PDF of so many bytes; its bytes differ by <paramref name="seed"/>.</summary>
    public static byte[] PdfOf(int size, int seed = 1)
    {
        var file = new byte[size];
        new Random(seed).NextBytes(file);
        "%PDF-1.7\n"u8.CopyTo(file);
        "\n%%EOF\n"u8.CopyTo(file.AsSpan(size - 7));
        return file;
    }

    /// <summary>The content types of an Office Open XML package whose main part has this one.</summary>
    public static (string Name, string Content) Types(string main) =>
        ("[Content_Types].xml", $"""<Types><Override PartName="/main.xml" ContentType="{main}"/></Types>""");

    public static byte[] Zip(params IEnumerable<(string Name, string Content)> entries) =>
        Zip(entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Content))));

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return file.ToArray();
    }

    /// <summary>The same archive, of which each entry says that it is encrypted.</summary>
    public static byte[] Encrypted(byte[] zip)
    {
        var copy = zip.ToArray();
        for (var at = 0; at < copy.Length - 4; at++)
        {
            if (copy.AsSpan(at).StartsWith("PK\x03\x04"u8))
                copy[at + 6] |= 1;
            else if (copy.AsSpan(at).StartsWith("PK\x01\x02"u8))
                copy[at + 8] |= 1;
        }
        return copy;
    }
}
