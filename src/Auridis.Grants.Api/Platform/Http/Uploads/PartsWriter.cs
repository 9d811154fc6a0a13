namespace Auridis.Grants.Api.Platform.Http;

/// <summary>What is written to it, in pieces as <see cref="PartsStream"/> reads them.</summary>
sealed class PartsWriter : Stream
{
    readonly List<byte[]> parts = [];
    byte[] part = new byte[UploadedFile.PartSize];
    int filled;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => ((long)parts.Count * UploadedFile.PartSize) + filled;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    /// <summary>The pieces; the last one may be shorter. Nothing is written afterwards.</summary>
    public IReadOnlyList<byte[]> Parts => filled == 0 ? parts : [.. parts, part[..filled]];

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, UploadedFile.PartSize - filled);
            buffer[..count].CopyTo(part.AsSpan(filled));
            filled += count;
            buffer = buffer[count..];
            if (filled == UploadedFile.PartSize)
            {
                parts.Add(part);
                (part, filled) = (new byte[UploadedFile.PartSize], 0);
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
