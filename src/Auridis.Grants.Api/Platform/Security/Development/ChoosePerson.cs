namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>Shows whom one can sign in as: the demo's staff, and an applicant of each youth office.</summary>
static class ChoosePerson
{
    public static async Task<IResult> Handle(HttpContext http, Db db, CancellationToken cancel)
    {
        var request = AuthorizationRequest.Of(OAuthParameters.Of(http.Request.Query));
        if (request.WhyNoRedirect(http.Request) is { } reason)
            return SignInPage.Refusal(http, reason);
        if (request.WhyRefused() is { } refused)
            return Results.Redirect(request.RedirectWith(("error", refused.Error), ("error_description", refused.Description)));
        var applicants = await db.Read(session => session.All<Office>(Offices), cancel);
        return SignInPage.Choice(http, request, applicants.Select(office =>
            new DemoPerson($"applicant-{office.Ags}", office.Name, [Role.Applicant], office.Ags)));
    }

    const string Offices = "select Ags, Name from YouthOffice order by Name";

    sealed class Office
    {
        public required string Ags { get; init; }
        public required string Name { get; init; }
    }
}
