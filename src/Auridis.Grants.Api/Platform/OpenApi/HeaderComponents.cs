using Microsoft.OpenApi;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>
/// The headers that many operations share. None has an example but the name of a file: Swagger UI would send it, and a stale version or a
/// key that was used before does harm.
/// </summary>
static class HeaderComponents
{
    public const string IfMatch = "IfMatch";
    public const string IfNoneMatch = "IfNoneMatch";
    public const string IdempotencyKey = "IdempotencyKey";
    public const string RequiredIdempotencyKey = "RequiredIdempotencyKey";
    public const string AcceptLanguage = "AcceptLanguage";
    public const string ETag = "ETag";
    public const string Location = "Location";
    public const string Link = "Link";
    public const string RetryAfter = "RetryAfter";
    public const string RateLimit = "RateLimit";
    public const string RateLimitPolicy = "RateLimitPolicy";
    public const string WwwAuthenticate = "WwwAuthenticate";
    public const string IdempotencyReplayed = "IdempotencyReplayed";
    public const string ContentDisposition = "ContentDisposition";
    public const string FileName = "FileName";
    public const string Range = "Range";
    public const string ContentRange = "ContentRange";
    public const string RequestId = "RequestId";
    public const string NotModified = "NotModified";

    public static Dictionary<string, IOpenApiParameter> Parameters => new(StringComparer.Ordinal)
    {
        [IfMatch] = Parameter(
            "If-Match",
            true,
            "The version that you saw: the ETag of the resource with its quotes, such as `\"3\"`. A weak one, as a compressing proxy "
            + "makes it (`W/\"3\"`), names the same version."),
        [IfNoneMatch] = Parameter(
            "If-None-Match",
            false,
            "The ETag of the version that you have. If it is still the current one, the answer is 304 without a body."),
        [IdempotencyKey] = Parameter("Idempotency-Key", false, KeyText, IsKey),
        [RequiredIdempotencyKey] = Parameter(
            "Idempotency-Key", true, KeyText + " Required here: a retry must not take effect a second time.", IsKey),
        [FileName] = Parameter(
            "Content-Disposition",
            true,
            "The name of the file (RFC 6266); what of it is not ASCII stands in `filename*`. One line, up to 200 characters, and no path. "
            + "It ends as files of its type do.",
            example: "attachment; filename=\"Beschluss.pdf\""),
        [Range] = Parameter("Range", false, "The part that is wanted (RFC 9110), such as `bytes=0-65535`; one at a time."),
        [AcceptLanguage] = Parameter(
            "Accept-Language",
            false,
            "The language of the titles and details of problems: `de` or `en`.",
            schema => schema.Enum = ["de", "en"]),
    };

    public static Dictionary<string, IOpenApiHeader> Headers => new(StringComparer.Ordinal)
    {
        [ETag] = Header("The version of the resource, with quotes. Send it as If-Match when you change the resource.", "\"3\""),
        [Location] = Header("The path of the new resource.", "/programmes/01926f3a-5c00-7000-8000-000000000001"),
        [Link] = Header(
            "The path of the next page with `rel=\"next\"`; missing on the last page.",
            "</programmes?limit=50&cursor=AAAAAAAAADIAAAAAAAAAAIpthDY>; rel=\"next\""),
        [RetryAfter] = Header("Seconds to wait before the next request.", "30"),
        [RateLimit] = Header(
            "The rate limit that you reach first, and how many requests you have left (`r`); "
            + "when none are left, the seconds until the limit is reset (`t`). Missing when there is no limit.",
            "\"caller\";r=5999"),
        [RateLimitPolicy] = Header(
            "That limit: how many requests (`q`) in how many seconds (`w`). Missing when there is no limit.",
            "\"caller\";q=6000;w=60"),
        [WwwAuthenticate] = Header("How to sign in, and what is wrong with the token that was sent.", "Bearer error=\"invalid_token\""),
        [IdempotencyReplayed] = Header(
            "`true` when an earlier request with this Idempotency-Key had the effect, and this is its answer; missing otherwise.",
            "true"),
        [RequestId] = Header(
            "The id of this request in the logs of the operator; problems have it as `traceId`, audit events as `requestId`.",
            "4bf92f3577b34da6a3ce929d0e0e4736"),
        [ContentRange] = Header("Which part it is, and how many bytes the file has.", "bytes 0-65535/131072"),
        [ContentDisposition] = Header("The name of the file.", "attachment; filename=auridis-grants-export-000001.csv"),
    };

    /// <summary>Adds headers to an answer: the name on the wire, and that of the component.</summary>
    public static void Add(OpenApiResponse response, OpenApiDocument document, params (string Name, string Component)[] headers)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        foreach (var (name, component) in headers)
            response.Headers[name] = new OpenApiHeaderReference(component, document);
    }

    /// <summary>The headers of a deprecated operation. They stand at the operation: a document without one does without them.</summary>
    public static void AddDeprecation(OpenApiResponse response)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        response.Headers[DeprecationHeaders.Deprecation] = Header("Since when the operation is deprecated (RFC 9745).", "@1798761600");
        response.Headers[DeprecationHeaders.Sunset] =
            Header("From when on the operation can be removed (RFC 8594).", "Sat, 01 Jan 2028 00:00:00 GMT");
    }

    /// <summary>What every answer of an operation has that the limits count.</summary>
    public static void AddRateLimit(OpenApiResponse response, OpenApiDocument document) =>
        Add(response, document, ("RateLimit", RateLimit), ("RateLimit-Policy", RateLimitPolicy));

    public static OpenApiResponse NotModifiedResponse(OpenApiDocument document)
    {
        var response = new OpenApiResponse { Description = "Not modified: you have the current version." };
        Add(response, document, (ETag, ETag), (RequestLog.RequestId, RequestId));
        AddRateLimit(response, document);
        return response;
    }

    const string KeyText = "A name of your choice for this request, 1 to 128 visible ASCII characters. "
        + "A retry with the same key and body gets the first answer again and changes nothing.";

    static void IsKey(OpenApiSchema schema) => (schema.MinLength, schema.MaxLength) = (1, 128);

    static OpenApiParameter Parameter(
        string name, bool required, string description, Action<OpenApiSchema>? narrow = null, string? example = null)
    {
        var schema = new OpenApiSchema { Type = JsonSchemaType.String };
        narrow?.Invoke(schema);
        return new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = schema,
            Example = example,
        };
    }

    static OpenApiHeader Header(string description, string example) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = example };
}
