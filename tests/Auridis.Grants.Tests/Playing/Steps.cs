using System.Globalization;
using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Reviews;
using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Playing;

/// <summary>The steps of a funding round up to where a test begins, through HTTP, by the demo persons whose work they are.</summary>
static class Steps
{
    /// <summary>An open programme; its path.</summary>
    public static async Task<string> OpenProgramme(this GrantsApp app, string code, ProgrammeTerms? terms = null)
    {
        var caseworker = app.As("caseworker-1");
        var made = (await caseworker.Post("/programmes", new CreateProgramme.Request(code, terms ?? Sample.Terms))).Succeeded();
        (await caseworker.Post(made.Location + "/open", ifMatch: made.ETag)).Succeeded();
        return made.Location!;
    }

    /// <summary>The client of a person who is not among the demo persons.</summary>
    public static GrantsClient Person(this GrantsApp app, string subject, string[] roles, string? office = null) =>
        app.With(app.Services.GetRequiredService<DevelopmentIssuer>().TokenFor(new DemoPerson(subject, subject, roles, office)));

    /// <summary>A client with a token of any claims, as JSON, and roles.</summary>
    public static GrantsClient WithClaims(this GrantsApp app, string claims, params string[] roles)
    {
        var members = JsonSerializer.Deserialize<Dictionary<string, object>>(claims)!;
        members["roles"] = roles;
        return app.With(app.Services.GetRequiredService<DevelopmentIssuer>().Sign(members));
    }

    /// <summary>The client of an office's applicant.</summary>
    public static GrantsClient Applicant(this GrantsApp app, string office) => app.As("applicant-" + office);

    /// <summary>A draft of an office.</summary>
    public static async Task<Answer> Draft(this GrantsApp app, string programme, string office) =>
        (await app.Applicant(office).Post(programme + "/applications", Sample.Application)).Succeeded();

    /// <summary>An application that an office has submitted.</summary>
    public static async Task<Answer> Submitted(this GrantsApp app, string programme, string office)
    {
        var draft = await app.Draft(programme, office);
        return (await app.Applicant(office).Post(draft.Location + "/submit", ifMatch: draft.ETag)).Succeeded();
    }

    /// <summary>An application that has passed the formal check.</summary>
    public static async Task<Answer> Eligible(this GrantsApp app, string programme, string office)
    {
        var submitted = await app.Submitted(programme, office);
        return (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", Sample.Passed, submitted.ETag)).Succeeded();
    }

    /// <summary>The path of an eligible application of an office, in a programme of its own.</summary>
    public static async Task<string> InReview(this GrantsApp app, string code, string office) =>
        (await app.Eligible(await app.OpenProgramme(code), office)).Path();

    /// <summary>A review that is assigned to a demo reviewer.</summary>
    public static async Task<Answer> Assigned(this GrantsApp app, string application, string reviewer) =>
        (await app.As("caseworker-1").Post(application + "/reviews", new { subject = reviewer })).Succeeded();

    /// <summary>A review whose reviewer has declared that there is no conflict of interest.</summary>
    public static async Task<Answer> Begun(this GrantsApp app, string application, string reviewer)
    {
        var assigned = await app.Assigned(application, reviewer);
        return (await app.As(reviewer).Post(assigned.Location + "/declare", new { conflict = false }, assigned.ETag)).Succeeded();
    }

    /// <summary>A submitted review with these points on each criterion, in the order of the sample's terms.</summary>
    public static async Task<Answer> Reviewed(this GrantsApp app, string application, string reviewer, params int[] points)
    {
        var begun = await app.Begun(application, reviewer);
        var path = "/reviews/" + begun["id"];
        var scores = Sample.Terms.Criteria.Zip(points, (criterion, score) => new Score(criterion.Code, score, "Begründet"));
        var scored = (await app.As(reviewer).Put(path + "/scores", new { scores }, begun.ETag)).Succeeded();
        return (await app.As(reviewer).Post(path + "/submit", ifMatch: scored.ETag)).Succeeded();
    }

    /// <summary>A person declares a conflict of interest on these offices in a programme, or none.</summary>
    public static async Task<Answer> Declares(this GrantsClient person, string programme, params string[] offices) =>
        (await person.Put(programme + "/conflict-declaration", new
        {
            offices = offices.Select(office => new { officeAgs = office, reason = "Meine Schwester leitet das Amt" }),
        })).Succeeded();

    /// <summary>The path of an office's bank accounts.</summary>
    public static async Task<string> AccountsOf(this GrantsApp app, string office) => await app.OfficeOf(office) + "/bank-accounts";

    /// <summary>The path of an office.</summary>
    public static async Task<string> OfficeOf(this GrantsApp app, string office) => "/youth-offices/"
        + (await app.As("auditor-1").Get("/youth-offices?ags=" + office)).Succeeded().Json.GetProperty("items")[0].GetProperty("id")
            .GetString();

    /// <summary>The path of the application in an answer.</summary>
    public static string Path(this Answer application) => "/applications/" + application["id"];

    /// <summary>Sets the business clock forward to noon in UTC of a day, as in <c>2018-12-01</c>: what is due by then is done.</summary>
    public static async Task SetClock(this GrantsApp app, string day) =>
        (await app.As("caseworker-1").Put("/clock", new { now = Noon(day) })).Succeeded();

    /// <summary>
    /// It is noon in UTC of a day, and nothing that is due has been done yet: so it is for a minute after midnight, and no request brings
    /// it about. Also back to an earlier day, on which each test of a fixture begins.
    /// </summary>
    public static async Task ItIs(this GrantsApp app, string day)
    {
        var clock = app.Services.GetRequiredService<BusinessClock>();
        clock.Offset = clock.OffsetTo(Noon(day));
        await app.Db.Write<int>(Author.System(TimeProvider.System), async tx => await tx.Execute(
            "update BusinessClock set OffsetMilliseconds = @Offset", new { Offset = (long)clock.Offset.TotalMilliseconds }),
            CancellationToken.None);
    }

    static DateTimeOffset Noon(string day) => DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture);

    /// <summary>The AGS of the first offices of Westfalen-Lippe.</summary>
    public static async Task<List<string>> Offices(this GrantsApp app, int count) =>
        [.. (await app.As("funder-1").Get($"/youth-offices?limit={count}")).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Select(office => office.GetProperty("ags").GetString()!)];
}
