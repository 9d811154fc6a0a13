using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FastEndpoints;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Reads a request from one place only: the query of a GET and beside a file, the JSON of all else. FastEndpoints' own binder lets a
/// parameter of the query overwrite a member of the body, so that <c>?cents=777</c> would be paid in place of what was signed.
/// </summary>
sealed class RequestReader<TRequest> : IRequestBinder<TRequest>
    where TRequest : notnull
{
    public async ValueTask<TRequest> BindAsync(BinderContext ctx, CancellationToken ct)
    {
        var http = ctx.HttpContext;
        if (typeof(TRequest) == typeof(EmptyRequest))
            return (TRequest)(object)EmptyRequest.Instance;
        if (typeof(TRequest) == typeof(UploadedFile))
            return (TRequest)(object)await UploadedFile.Read(http, ct);
        if (typeof(TRequest) == typeof(LargeCsv))
            return (TRequest)(object)await LargeCsv.Read(http, ct);
        if (http.GetEndpoint()!.Metadata.GetMetadata<IAcceptsMetadata>() is null)
        {
            var query = QueryReader<TRequest>.Read(http);
            if (query is Paging paging)
                paging.List = http.Request.Path.Value!.TrimEnd('/');
            return query;
        }
        if (typeof(TRequest).IsAssignableTo(typeof(CsvUpload)))
            return await WithFile(http, ct);
        var request = await Read(http.Request.BodyReader, Parse, ct);
        SetFingerprint(http, request, []);
        return request;
    }

    static async ValueTask<TRequest> WithFile(HttpContext http, CancellationToken cancel)
    {
        var request = QueryReader<TRequest>.Read(http);
        var file = await Read(http.Request.BodyReader, bytes => bytes.ToArray(), cancel);
        ((CsvUpload)(object)request).File = file;
        SetFingerprint(http, request, file);
        return request;
    }

    /// <summary>The body as a whole: when it cannot be read, it is looked at once more, to name all that is wrong.</summary>
    static async ValueTask<T> Read<T>(PipeReader body, Func<ReadOnlySpan<byte>, T> parse, CancellationToken cancel)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancel);
            if (!read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            try
            {
                return parse(read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray());
            }
            finally
            {
                body.AdvanceTo(read.Buffer.End);
            }
        }
    }

    /// <exception cref="RefusedRequestException">It is not the JSON that the route needs.</exception>
    static TRequest Parse(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];
        try
        {
            if (!json.IsEmpty && JsonSerializer.Deserialize<TRequest>(json, Json.Options) is { } request)
                return request;
        }
        catch (JsonException error)
        {
            throw new RefusedRequestException(JsonFault.Explain(json, error, typeof(TRequest)));
        }
        catch (Exception error) when (error is InvalidOperationException or DecoderFallbackException)
        {
            throw new RefusedRequestException(JsonFault.NoText);
        }
        throw new RefusedRequestException(Problems.EmptyBody);
    }

    /// <summary>Of what the request says, not of how it is written: white space and the order of fields do not matter.</summary>
    static void SetFingerprint(HttpContext http, TRequest request, ReadOnlySpan<byte> file)
    {
        if (http.RequestHeaders() is not { IdempotencyKey: not null } headers)
            return;
        var said = JsonSerializer.SerializeToUtf8Bytes(request, Json.Options);
        http.Features.Set(headers with { Fingerprint = Convert.ToHexStringLower(SHA256.HashData([.. said, .. file])) });
    }
}
