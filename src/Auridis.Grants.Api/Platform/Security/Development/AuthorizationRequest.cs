using System.Text.RegularExpressions;

namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>What a client asks for when it sends somebody to sign in (RFC 6749, section 4.1.1; RFC 7636).</summary>
sealed partial record AuthorizationRequest(
    string ClientId, string RedirectUri, string ResponseType, string State, string Challenge, string ChallengeMethod)
{
    public static AuthorizationRequest Of(OAuthParameters parameters) => new(
        parameters["client_id"],
        parameters["redirect_uri"],
        parameters["response_type"],
        parameters["state"],
        parameters["code_challenge"],
        parameters["code_challenge_method"])
    {
        Repeated = parameters.Repeated(
            "client_id", "redirect_uri", "response_type", "state", "code_challenge", "code_challenge_method", "person"),
    };

    /// <summary>A parameter that comes more than once.</summary>
    public string? Repeated { get; init; }

    /// <summary>
    /// Why nobody may be sent to the redirect address; null when they may: to this server's Swagger UI, or to a program on the caller's own
    /// machine (RFC 8252, section 7.3).
    /// </summary>
    public string? WhyNoRedirect(HttpRequest http)
    {
        if (ClientId != DevelopmentIssuer.PublicClient)
            return $"The client_id must be {DevelopmentIssuer.PublicClient}.";
        // It stands in a header when somebody is sent there, so it must be what RFC 3986 calls a URI.
        if (RedirectUri.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return "The redirect_uri is no URI: it has characters that must be percent-encoded.";
        if (RedirectUri == $"{http.Scheme}://{http.Host}{http.PathBase}/swagger/oauth2-redirect.html")
            return null;
        return Uri.TryCreate(RedirectUri, UriKind.Absolute, out var uri) && uri is { Scheme: "http", IsLoopback: true, Fragment: "" }
            ? null
            : "The redirect_uri must be the one of this server's Swagger UI, or an http address on localhost.";
    }

    /// <summary>What is wrong with the rest, as the client is told: the error's code and a description; null when nothing is.</summary>
    public (string Error, string Description)? WhyRefused() => this switch
    {
        { Repeated: { } name } => ("invalid_request", $"{name} is sent more than once."),
        { ResponseType: not "code" } => ("unsupported_response_type", "Only response_type=code is supported."),
        { ChallengeMethod: not "S256" } => ("invalid_request", "PKCE is required: code_challenge_method=S256."),
        _ when !ChallengeForm().IsMatch(Challenge) =>
            ("invalid_request", "code_challenge is the SHA-256 of the verifier, 43 base64url characters."),
        _ => null,
    };

    /// <summary>The redirect address with what it is told.</summary>
    public string RedirectWith(params (string Name, string Value)[] parameters)
    {
        var query = QueryString.Create(parameters.Append(("state", State))
            .Where(parameter => parameter.Item2 is not "")
            .Select(parameter => KeyValuePair.Create(parameter.Item1, (string?)parameter.Item2)));
        return RedirectUri.Contains('?', StringComparison.Ordinal) ? $"{RedirectUri}&{query.Value![1..]}" : RedirectUri + query;
    }

    [GeneratedRegex(
        @"^[A-Za-z0-9_-]{43}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChallengeForm();
}
