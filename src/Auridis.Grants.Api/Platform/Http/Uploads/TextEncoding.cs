using System.Text;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>How the characters of a file are written.</summary>
static class TextEncoding
{
    public const string Utf8 = "utf-8";

    /// <summary>What is no UTF-8: as spreadsheets in the west of Europe write it.</summary>
    public const string Windows1252 = "windows-1252";

    public static Encoding Of(string name) =>
        name == Utf8 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}
