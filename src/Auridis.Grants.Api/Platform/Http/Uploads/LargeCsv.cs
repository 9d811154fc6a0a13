using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// A CSV file of many rows as a request of its own, which is looked at later. It is packed while it comes, so that no more of it is held
/// than will be kept: a table is packed to a tenth.
/// </summary>
/// <param name="Parts">The packed bytes in pieces of <see cref="UploadedFile.PartSize"/>; the last one may be shorter.</param>
/// <param name="PackedSize">How many they are.</param>
/// <param name="Size">How many bytes were sent.</param>
/// <param name="Sha256">Of the bytes as they were sent: 64 hexadecimal digits.</param>
/// <param name="Encoding">A <see cref="TextEncoding"/>.</param>
sealed record LargeCsv(IReadOnlyList<byte[]> Parts, int PackedSize, int Size, string Sha256, string Encoding)
{
    /// <summary>64 MiB.</summary>
    public const int LargestSize = 64 * 1024 * 1024;

    /// <exception cref="BadHttpRequestException">413: it is larger than <see cref="LargestSize"/>.</exception>
    public static async Task<LargeCsv> Read(HttpContext http, CancellationToken cancel)
    {
        // The server's own limit is that of all other routes. What is too large has to run out as well: see BodyLimit.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit
            && limit.MaxRequestBodySize < LargestSize + BodyLimit.Overrun)
            limit.MaxRequestBodySize = LargestSize + BodyLimit.Overrun;
        if (http.Request.ContentLength > LargestSize)
            throw TooLarge;
        var file = await Receive(http.Request.Body, cancel);
        if (http.RequestHeaders() is { IdempotencyKey: not null } headers)
            http.Features.Set(headers with { Fingerprint = file.Sha256 });
        return file;
    }

    /// <summary>The bytes as they were sent.</summary>
    public static Stream Open(IReadOnlyList<byte[]> parts, int packedSize) =>
        new GZipStream(new PartsStream(parts, packedSize), CompressionMode.Decompress);

    static async Task<LargeCsv> Receive(Stream body, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var packed = new PartsWriter();
        var encoding = new Utf8Watch();
        var buffer = ArrayPool<byte>.Shared.Rent(UploadedFile.PartSize);
        var size = 0;
        try
        {
            await using (var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                while (await body.ReadAsync(buffer, cancel) is > 0 and var read)
                {
                    size += read;
                    if (size > LargestSize)
                        throw TooLarge;
                    hash.AppendData(buffer, 0, read);
                    encoding.Watch(buffer.AsSpan(0, read));
                    packing.Write(buffer, 0, read);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return new LargeCsv(
            packed.Parts, (int)packed.Length, size, Convert.ToHexStringLower(hash.GetHashAndReset()),
            encoding.IsUtf8 ? TextEncoding.Utf8 : TextEncoding.Windows1252);
    }

    static BadHttpRequestException TooLarge => new("The file is too large.", StatusCodes.Status413PayloadTooLarge);

    /// <summary>Whether bytes that come one after the other are UTF-8.</summary>
    sealed class Utf8Watch
    {
        readonly byte[] cut = new byte[4];
        int cutLength;
        bool isWrong;

        /// <summary>Nothing of a character is missing at the end, either.</summary>
        public bool IsUtf8 => !isWrong && cutLength == 0;

        public void Watch(ReadOnlySpan<byte> bytes)
        {
            while (cutLength > 0 && !isWrong && !bytes.IsEmpty)
            {
                cut[cutLength++] = bytes[0];
                bytes = bytes[1..];
                if (Rune.DecodeFromUtf8(cut.AsSpan(0, cutLength), out _, out _) is var status and not OperationStatus.NeedMoreData)
                    (isWrong, cutLength) = (status != OperationStatus.Done, 0);
            }
            if (isWrong || cutLength > 0)
                return;
            var whole = bytes.Length;
            for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
            {
                if (Rune.DecodeFromUtf8(bytes[^back..], out _, out _) == OperationStatus.NeedMoreData)
                    whole = bytes.Length - back;
            }
            isWrong = !System.Text.Unicode.Utf8.IsValid(bytes[..whole]);
            bytes[whole..].CopyTo(cut);
            cutLength = bytes.Length - whole;
        }
    }
}
