using Auridis.Grants.Api.Platform.Html;

namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>The page of the built-in issuer.</summary>
static class SignInPage
{
    /// <summary>A form's target is checked again at its redirect: to Swagger UI here, or to a program on this machine.</summary>
    const string FormAction = "'self' http://localhost:* http://127.0.0.1:*";

    /// <summary>A button for each person, under what the role may do; pressing one signs in.</summary>
    public static IResult Choice(HttpContext http, AuthorizationRequest request, IEnumerable<DemoPerson> applicants) =>
        Page(http, StatusCodes.Status200OK, "Sign in", $"""
        <h1>Sign in to Auridis.Grants</h1>
        <p>This server runs in Development. Choose who you want to be; there is no password.
        To act as somebody else, log out in Swagger UI and sign in again.</p>
        <form method="post" action="{Encode(http.Request.PathBase + "/development/authorize")}">
        {Hidden("response_type", request.ResponseType)}
        {Hidden("client_id", request.ClientId)}
        {Hidden("redirect_uri", request.RedirectUri)}
        {Hidden("state", request.State)}
        {Hidden("code_challenge", request.Challenge)}
        {Hidden("code_challenge_method", request.ChallengeMethod)}
        <div class="roles">
        {string.Concat(DemoPersons.Staff.GroupBy(person => person.Roles[0], StringComparer.Ordinal).Select(Section))}</div>
        {string.Concat(applicants.GroupBy(person => person.Roles[0], StringComparer.Ordinal).Select(Section))}</form>
        """);

    /// <summary>Says why nobody can sign in from here. The client's address is not trusted, so nobody is sent there.</summary>
    public static IResult Refusal(HttpContext http, string reason) => Page(http, StatusCodes.Status400BadRequest, "No sign-in", $"""
        <h1>Signing in is not possible</h1>
        <p>{Encode(reason)}</p>
        """);

    static IResult Page(HttpContext http, int status, string title, string main)
    {
        http.Response.Headers.CacheControl = "no-store";
        return HtmlPage.Of(http, "en", title, main, status, FormAction);
    }

    static string Section(IGrouping<string, DemoPerson> persons) => $"""
        <section aria-labelledby="{persons.Key}">
        <h2 id="{persons.Key}">{persons.Key}</h2>
        <p>May {Encode(Role.Rights[persons.Key])}.</p>
        <ul>
        {string.Concat(persons.Select(Button))}</ul>
        </section>

        """;

    static string Button(DemoPerson person)
    {
        var subject = Encode(person.Subject);
        return $"<li><button name=\"person\" value=\"{subject}\">{Encode(person.Name)} <small>{subject}</small></button></li>\n";
    }

    static string Hidden(string name, string value) => $"<input type=\"hidden\" name=\"{name}\" value=\"{Encode(value)}\">";

    static string Encode(string text) => HtmlPage.Encode(text);
}
