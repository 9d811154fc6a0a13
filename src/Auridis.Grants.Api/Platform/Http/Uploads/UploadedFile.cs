using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// A file as a request of its own: the bytes are the body, Content-Type says what they are, and Content-Disposition names the file. By the
/// time that a slice gets it, its type is proven and it is safe to keep. A virus scanner would stand at the end of <see cref="Read"/>.
/// </summary>
/// <param name="Name">The name as the sender wrote it, composed (NFC).</param>
/// <param name="Parts">The bytes in pieces of <see cref="PartSize"/>; the last one may be shorter.</param>
/// <param name="Sha256">Of all bytes: 64 hexadecimal digits.</param>
sealed record UploadedFile(string Name, FileType Type, IReadOnlyList<byte[]> Parts, int Size, string Sha256)
{
    /// <summary>10 MiB.</summary>
    public const int LargestSize = 10 * 1024 * 1024;

    /// <summary>Small enough to stay off the heap of large objects, where ten megabytes would lie until a full collection.</summary>
    public const int PartSize = 64 * 1024;

    /// <exception cref="RefusedRequestException">The name cannot be kept, or the bytes are not what the request says.</exception>
    /// <exception cref="BadHttpRequestException">413: it is larger than <see cref="LargestSize"/>.</exception>
    public static async Task<UploadedFile> Read(HttpContext http, CancellationToken cancel)
    {
        // Routing lets through the types that there are.
        var type = FileType.Of(MediaTypeHeaderValue.Parse(http.Request.ContentType).MediaType.Value!)!;
        var name = FileName.Of(http.Request);
        if (http.Request.ContentLength > LargestSize)
            throw TooLarge;
        var (parts, size, sha256) = await Receive(http.Request.Body, cancel);
        var file = new UploadedFile(name, type, parts, size, sha256);
        if (type.WhyRefused(file) is { } problem)
            throw new RefusedRequestException(problem);
        if (http.RequestHeaders() is { IdempotencyKey: not null } headers)
            http.Features.Set(headers with { Fingerprint = file.Fingerprint() });
        return file;
    }

    static async Task<(List<byte[]> Parts, int Size, string Sha256)> Receive(Stream body, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        List<byte[]> parts = [];
        var size = 0;
        while (true)
        {
            var part = new byte[PartSize];
            var read = await body.ReadAtLeastAsync(part, PartSize, throwOnEndOfStream: false, cancel);
            size += read;
            if (size > LargestSize)
                throw TooLarge;
            hash.AppendData(part, 0, read);
            if (read > 0)
                parts.Add(read == PartSize ? part : part[..read]);
            if (read < PartSize)
                return (parts, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
    }

    /// <summary>The bytes as they follow each other.</summary>
    public Stream Open() => new PartsStream(Parts, Size);

    string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Type.ContentType}\n{Sha256}\n{Name}")));

    static BadHttpRequestException TooLarge => new("The file is too large.", StatusCodes.Status413PayloadTooLarge);
}
