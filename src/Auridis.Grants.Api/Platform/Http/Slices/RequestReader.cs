using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FastEndpoints;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Reads a request from one place only: the query of a GET, the JSON of all else. FastEndpoints' own binder lets a parameter of the query
/// overwrite a member of the body, so that <c>?cents=777</c> would be paid in place of what was signed.
/// </summary>
sealed class RequestReader<TRequest> : IRequestBinder<TRequest>
    where TRequest : notnull
{
    public async ValueTask<TRequest> BindAsync(BinderContext ctx, CancellationToken ct)
    {
        var http = ctx.HttpContext;
        if (typeof(TRequest) == typeof(EmptyRequest))
            return (TRequest)(object)EmptyRequest.Instance;
        if (http.GetEndpoint()!.Metadata.GetMetadata<IAcceptsMetadata>() is null)
            return QueryReader<TRequest>.Read(http);
        var request = await Read(http.Request, ct) ?? throw new BadHttpRequestException("The body is empty, or null.");
        if (http.RequestHeaders() is { IdempotencyKey: not null } headers)
            http.Features.Set(headers with { Fingerprint = Fingerprint(request) });
        return request;
    }

    static async ValueTask<TRequest?> Read(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await request.ReadFromJsonAsync<TRequest>(Json.Options, cancel);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            throw new BadHttpRequestException("The body cannot be read.", StatusCodes.Status400BadRequest, error);
        }
    }

    /// <summary>Of what the request says, not of how it is written: white space and the order of fields do not matter.</summary>
    static string Fingerprint(TRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, Json.Options)));
}
