namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// The pieces of an <see cref="UploadedFile"/> as one stream, for whoever reads archives: nothing is copied into one piece.
/// </summary>
sealed class PartsStream(IReadOnlyList<byte[]> parts, int length) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= length)
            return 0;
        var (part, start) = Math.DivRem((int)Position, UploadedFile.PartSize);
        var piece = parts[part].AsSpan(start);
        var count = Math.Min(piece.Length, buffer.Length);
        piece[..count].CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin)
    {
        var place = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => Position,
            _ => length,
        };
        return place >= 0 ? Position = place : throw new IOException("There is nothing in front of the beginning.");
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
