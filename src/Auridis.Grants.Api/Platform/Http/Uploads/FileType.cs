using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// The types of files that are taken. What a request says is believed only when the bytes prove it and the name ends as such files do: a
/// program named .pdf, or a page that a browser would run, is neither.
/// </summary>
sealed class FileType
{
    const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    public static readonly IReadOnlyList<FileType> All =
    [
        new("application/pdf", [".pdf"], IsPdf),
        new(OpenXml + "wordprocessingml.document", [".docx"], file => IsOpenXml(file, OpenXml + "wordprocessingml.document.main+xml")),
        new(OpenXml + "spreadsheetml.sheet", [".xlsx"], file => IsOpenXml(file, OpenXml + "spreadsheetml.sheet.main+xml")),
        new("application/vnd.oasis.opendocument.text", [".odt"], IsOpenDocument),
        new("image/png", [".png"], IsPng),
        new("image/jpeg", [".jpg", ".jpeg"], IsJpeg),
    ];

    public static readonly string[] ContentTypes = [.. All.Select(type => type.ContentType)];

    readonly string[] endings;
    readonly Func<UploadedFile, Problem?> whyRefused;

    FileType(string contentType, string[] endings, Func<UploadedFile, Problem?> whyRefused) =>
        (ContentType, this.endings, this.whyRefused) = (contentType, endings, whyRefused);

    public string ContentType { get; }

    public static FileType? Of(string contentType) =>
        All.FirstOrDefault(type => type.ContentType.Equals(contentType, StringComparison.OrdinalIgnoreCase));

    /// <summary>Why a file is not taken as one of this type; null when it is.</summary>
    public Problem? WhyRefused(UploadedFile file) =>
        Array.Exists(endings, ending => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            ? whyRefused(file)
            : Unproven(file);

    static Problem Unproven(UploadedFile file) => UploadProblems.Type.With(("contentType", file.Type.ContentType));

    static Problem? When(bool proven, UploadedFile file) => proven ? null : Unproven(file);

    /// <summary>The header stands at the very beginning, though readers search for it: so nothing else can be in front.</summary>
    static Problem? IsPdf(UploadedFile file) =>
        When((StartsWith(file, "%PDF-1."u8) || StartsWith(file, "%PDF-2."u8)) && End(file, 1024).IndexOf("%%EOF"u8) >= 0, file);

    /// <summary>From its signature and header to its last chunk, which is always the same.</summary>
    static Problem? IsPng(UploadedFile file)
    {
        ReadOnlySpan<byte> header = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8];
        ReadOnlySpan<byte> end = [0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];
        return When(StartsWith(file, header) && End(file, end.Length).SequenceEqual(end), file);
    }

    /// <summary>
    /// Cameras write more behind the picture: what is sure is that its segments follow each other up to the scan, and one tells its size.
    /// Three bytes in front of something else are no picture.
    /// </summary>
    static Problem? IsJpeg(UploadedFile file) => When(StartsWith(file, [0xFF, 0xD8, 0xFF]) && HasFrameAndScan(file), file);

    static bool HasFrameAndScan(UploadedFile file)
    {
        using var picture = file.Open();
        picture.Position = 2;
        var hasFrame = false;
        while (picture.ReadByte() == 0xFF)
        {
            int marker;
            do
                marker = picture.ReadByte();
            while (marker == 0xFF);
            if (marker == 0xDA)
                return hasFrame;
            var length = (picture.ReadByte() << 8) | picture.ReadByte();
            if (length < 2 || picture.Position + length - 2 > picture.Length)
                return false;
            hasFrame |= marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            picture.Position += length - 2;
        }
        return false;
    }

    /// <summary>
    /// Office Open XML (ISO/IEC 29500): the content types name the main part, and none with macros, whatever its part is called.
    /// </summary>
    static Problem? IsOpenXml(UploadedFile file, string mainPart) => Package(file, zip =>
    {
        var types = Elements(zip, "[Content_Types].xml", element => element.GetAttribute("ContentType"));
        if (types.Exists(HoldsMacros))
            return ZipPackage.WithMacros;
        return When(types.Contains(mainPart, StringComparer.OrdinalIgnoreCase), file);
    });

    static bool HoldsMacros(string type) =>
        type.Contains("macro", StringComparison.OrdinalIgnoreCase) || type.Contains("vba", StringComparison.OrdinalIgnoreCase);

    /// <summary>OpenDocument (ISO/IEC 26300): the first entry tells the type, and the manifest whether something is encrypted.</summary>
    static Problem? IsOpenDocument(UploadedFile file) => Package(file, zip =>
    {
        if (Elements(zip, "META-INF/manifest.xml", element => element.LocalName).Contains("encryption-data"))
            return ZipPackage.Encrypted;
        return When(zip.Entries is [{ FullName: "mimetype" } first, ..] && Beginning(first) == file.Type.ContentType, file);
    });

    static Problem? Package(UploadedFile file, Func<ZipArchive, Problem?> whyRefused)
    {
        // Something in front of the archive, as a program that unpacks itself, is no document.
        if (!StartsWith(file, "PK\x03\x04"u8))
            return Unproven(file);
        try
        {
            using var zip = new ZipArchive(file.Open(), ZipArchiveMode.Read);
            return ZipPackage.WhyUnsafe(file, zip) ?? whyRefused(zip);
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException or IOException or XmlException)
        {
            return Unproven(file);
        }
    }

    /// <summary>More than a media type has.</summary>
    static string Beginning(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        var begins = new char[200];
        return new string(begins, 0, reader.ReadBlock(begins));
    }

    /// <summary>
    /// What the elements of an entry tell, without those that tell nothing; none when there is no such entry. It is read as XML, as those
    /// read it who open the file: a text can be written with references, or in another encoding, and is the same to them.
    /// </summary>
    /// <exception cref="XmlException">It is no XML, or longer than such a document is.</exception>
    static List<string> Elements(ZipArchive zip, string name, Func<XmlReader, string?> told)
    {
        List<string> found = [];
        if (zip.GetEntry(name) is not { } entry)
            return found;
        using var content = entry.Open();
        using var reader = XmlReader.Create(content, Settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && told(reader) is { } text)
                found.Add(text);
        }
        return found;
    }

    /// <summary>Old manifests name a document type; it is neither fetched nor read.</summary>
    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = 10_000_000,
    };

    static bool StartsWith(UploadedFile file, ReadOnlySpan<byte> signature) =>
        file.Parts is [var first, ..] && first.AsSpan().StartsWith(signature);

    /// <summary>The last bytes, fewer when the file has no more.</summary>
    static ReadOnlySpan<byte> End(UploadedFile file, int count)
    {
        byte[] end = [.. file.Parts.TakeLast(2).SelectMany(part => part)];
        return end.AsSpan(Math.Max(0, end.Length - count));
    }
}
