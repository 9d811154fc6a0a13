namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>Sends the person that was chosen back to the client, with a code.</summary>
static class SignIn
{
    public static async Task<IResult> Handle(HttpContext http, AuthorizationCodes codes)
    {
        var form = await OAuthParameters.ReadForm(http.Request);
        if (form.WhyUnreadable is { } unreadable)
            return SignInPage.Refusal(http, unreadable);
        var request = AuthorizationRequest.Of(form);
        if (request.WhyNoRedirect(http.Request) is { } reason)
            return SignInPage.Refusal(http, reason);
        if (request.WhyRefused() is { } refused)
            return Results.Redirect(request.RedirectWith(("error", refused.Error), ("error_description", refused.Description)));
        return DemoPersons.Find(form["person"]) is { } person
            ? Results.Redirect(request.RedirectWith(("code", codes.Add(person, request))))
            : Results.Redirect(request.RedirectWith(("error", "access_denied"), ("error_description", "No person was chosen.")));
    }
}
