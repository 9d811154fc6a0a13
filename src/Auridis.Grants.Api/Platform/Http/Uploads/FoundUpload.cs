using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// A file that somebody has uploaded: 200, or 206 with the part that Range asks for (RFC 9110, section 14), or a problem. It is somebody
/// else's: a browser saves it under its name, shows nothing of it, and runs nothing in it.
/// </summary>
sealed class FoundUpload : IAnswer<FoundUpload>, IEndpointMetadataProvider
{
    /// <summary>Also where a browser opens it all the same.</summary>
    const string Sandbox = "sandbox; default-src 'none'; frame-ancestors 'none'";

    readonly UploadHead? head;
    readonly Func<int, Task<byte[]>>? part;
    readonly Problem? problem;

    /// <param name="part">Reads a piece by its number.</param>
    public FoundUpload(UploadHead head, Func<int, Task<byte[]>> part) => (this.head, this.part) = (head, part);

    FoundUpload(Problem problem) => this.problem = problem;

    public static implicit operator FoundUpload(Problem problem) => new(problem);

    public static FoundUpload Refuse(Problem problem) => problem;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (head is null)
        {
            await httpContext.Write(problem!);
            return;
        }
        var tag = new EntityTagHeaderValue($"\"{head.Sha256}\"");
        var asked = Asked(httpContext.Request, tag);
        var (first, last) = asked is null ? (0, head.Size - 1) : Within(asked, head.Size);
        var response = httpContext.Response;
        response.Headers.AcceptRanges = "bytes";
        if (first > last)
        {
            response.GetTypedHeaders().ContentRange = new ContentRangeHeaderValue(head.Size);
            await httpContext.Write(UploadProblems.Range.With(("size", head.Size)));
            return;
        }
        response.KeepForCaller();
        response.GetTypedHeaders().ETag = tag;
        response.Headers.ContentSecurityPolicy = Sandbox;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(head.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.ContentType = head.ContentType;
        response.ContentLength = last - first + 1;
        if (asked is not null)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.GetTypedHeaders().ContentRange = new ContentRangeHeaderValue(first, last, head.Size);
        }
        // To a HEAD nothing is sent, so nothing is read.
        if (response.Body != Stream.Null)
            await Send(response.Body, (int)first, (int)last, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var status in (int[])[StatusCodes.Status200OK, StatusCodes.Status206PartialContent])
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(FileContentHttpResult), FileType.ContentTypes));
    }

    async Task Send(Stream body, int first, int last, CancellationToken cancel)
    {
        for (var number = first / UploadedFile.PartSize; number * UploadedFile.PartSize <= last; number++)
        {
            var start = number * UploadedFile.PartSize;
            var content = await part!(number);
            var (from, to) = (Math.Max(first - start, 0), Math.Min(last - start + 1, content.Length));
            await body.WriteAsync(content.AsMemory(from, to - from), cancel);
        }
    }

    /// <summary>The one range that is asked for; null for the whole: several, or those of another file, may be ignored.</summary>
    static RangeItemHeaderValue? Asked(HttpRequest request, EntityTagHeaderValue tag)
    {
        var headers = request.GetTypedHeaders();
        return headers.Range is { Ranges.Count: 1 } range && range.Unit == "bytes"
            && (headers.IfRange is not { } condition || condition.EntityTag?.Compare(tag, useStrongComparison: true) == true)
            ? range.Ranges.Single()
            : null;
    }

    /// <summary>The first byte and the last one, which lies before the first when there are none.</summary>
    static (long First, long Last) Within(RangeItemHeaderValue range, long size) => range.From is { } from
        ? (from, Math.Min(range.To ?? size - 1, size - 1))
        // The last bytes; of none of them there is none.
        : (range.To is 0 ? size : Math.Max(size - range.To!.Value, 0), size - 1);
}

/// <summary>What is known of an uploaded file without reading it.</summary>
sealed record UploadHead
{
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required long Size { get; init; }
    public required string Sha256 { get; init; }
}
