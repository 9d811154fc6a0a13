using System.Text.Json;
using Auridis.Grants.Api;
using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.BrowserTests;

/// <summary>What a round needs from others while it is played.</summary>
static class Others
{
    /// <summary>An application that fails the formal check.</summary>
    public static async Task Fail(this Backstage others, string office)
    {
        var programme = await others.Only("caseworker-1", "/programmes");
        var (application, path) = await others.Submit(programme, office);
        await others.Post("caseworker-1", path + "/formal-check", new
        {
            items = ReferenceData.PressRelease.Checks.Select(check => new { check = check.Code, met = false }),
            reason = "Nicht vom Jugendamt eingereicht.",
        }, application);
    }

    /// <summary>An eligible application with two reviews, which give these points for each criterion.</summary>
    public static async Task Apply(this Backstage others, JsonElement programme, string office, int points)
    {
        var (application, path) = await others.Submit(programme, office);
        await others.Post("caseworker-1", path + "/formal-check",
            new { items = ReferenceData.PressRelease.Checks.Select(check => new { check = check.Code, met = true }) }, application);
        await others.Review(office, points);
    }

    public static async Task Review(this Backstage others, string office, int points)
    {
        var application = await others.Only("applicant-" + office, "/applications");
        foreach (var reviewer in new[] { "reviewer-2", "reviewer-3" })
        {
            var reviews = $"/applications/{application.GetProperty("id")}/reviews";
            var review = await others.Post("caseworker-1", reviews, new { subject = reviewer });
            var path = $"/reviews/{review.GetProperty("id")}";
            review = await others.Post(reviewer, path + "/declare", new { conflict = false }, review);
            var scores = ReferenceData.PressRelease.Criteria
                .Select(criterion => new { criterion = criterion.Code, points, comment = "Nachvollziehbar dargelegt." });
            review = await others.Put(reviewer, path + "/scores", new { scores }, review);
            await others.Post(reviewer, path + "/submit", null, review);
        }
    }

    public static async Task<JsonElement> Open(this Backstage others, string code, ProgrammeTerms terms)
    {
        var programme = await others.Post("caseworker-1", "/programmes", new CreateProgramme.Request(code, terms));
        return await others.Post("caseworker-1", $"/programmes/{programme.GetProperty("id")}/open", null, programme);
    }

    /// <summary>Whoever is ranked first is selected, and so on, as the ranking fills it in.</summary>
    public static async Task Select(this Backstage others, JsonElement programme)
    {
        var path = $"/programmes/{programme.GetProperty("id")}";
        foreach (var decider in new[] { "decider-1", "decider-2" })
            await others.Put(decider, path + "/conflict-declaration", new { offices = Array.Empty<object>() });
        var selection = await others.Post("decider-1", path + "/selections", new { });
        path = $"/selections/{selection.GetProperty("id")}";
        selection = await others.Post("decider-1", path + "/propose", null, selection);
        selection = await others.Post("decider-2", path + "/confirm", null, selection);
        await others.Post("decider-1", path + "/publish", null, selection);
    }

    /// <summary>The letter of a decision goes out, so that its award can become final.</summary>
    public static async Task Dispatch(this Backstage others, string office, string on)
    {
        var application = await others.Only("applicant-" + office, "/applications");
        var letter = await others.Only("caseworker-1", $"/applications/{application.GetProperty("id")}/letters");
        await others.Post("caseworker-1", $"/letters/{letter.GetProperty("id")}/dispatch", new { channel = "post", on }, letter);
    }

    /// <summary>A programme that makes contracts, for one day, and the office that accepts what it is offered.</summary>
    public static async Task MakeContract(this Backstage others, string office, DateOnly day, Func<Task> closes)
    {
        var programme = await others.Open("2021-V", ReferenceData.PressRelease with
        {
            OpensOn = day,
            ClosesOn = day,
            FundingStartsOn = new DateOnly(2022, 1, 1),
            FundingEndsOn = new DateOnly(2023, 12, 31),
            LegalForm = LegalForm.PublicContract,
        });
        await others.Apply(programme, office, points: 6);
        await closes();
        await others.Select(programme);
        var award = await others.Only("applicant-" + office, "/awards");
        await others.Post("applicant-" + office, $"/awards/{award.GetProperty("id")}/accept", new { waiveRemedies = false }, award);
    }

    /// <summary>The whole award, so that the report has something to pay back.</summary>
    public static async Task PayAll(this Backstage others, string office)
    {
        var award = await others.Only("applicant-" + office, "/awards");
        var account = await others.Only("finance-1", $"/youth-offices/{award.GetProperty("youthOfficeId")}/bank-accounts");
        var payment = await others.Post("applicant-" + office, $"/awards/{award.GetProperty("id")}/disbursements", new
        {
            amount = award.GetProperty("amount"),
            purpose = "Personalkosten",
            need = award.GetProperty("amount"),
            unspent = new Money(0),
            ownUsed = new Money(0),
            thirdPartyUsed = new Money(0),
            bankAccountId = account.GetProperty("id"),
        });
        var path = $"/disbursements/{payment.GetProperty("id")}";
        payment = await others.Post("finance-1", path + "/approve", new { factuallyRight = true, arithmeticallyRight = true }, payment);
        payment = await others.Post("finance-2", path + "/release", null, payment);
        payment = await others.Post("treasury-1", path + "/settle", new { bookedOn = "2019-02-12", bankReference = "Auszug 30" }, payment);
        await others.Post("treasury-2", path + "/confirm-settlement", null, payment);
    }

    /// <summary>
    /// A remedy against the report is upheld, so that it can be examined anew. That was proposed once: the page learns from it which remedy
    /// it is.
    /// </summary>
    public static async Task UpholdRemedy(this Backstage others, string office, string on)
    {
        var award = await others.Only("applicant-" + office, "/awards");
        var report = await others.Only("applicant-" + office, "/spending-reports");
        var remedy = await others.Post("caseworker-1", $"/awards/{award.GetProperty("id")}/remedies",
            new { kind = "objection", filedOn = on, reference = "W 17/2021", spendingReportId = report.GetProperty("id") });
        await others.Post("caseworker-1", $"/remedies/{remedy.GetProperty("id")}/close", new { outcome = "upheld", on }, remedy);
        var proposed = await others.Post("finance-2", $"/spending-reports/{report.GetProperty("id")}/reopenings",
            new { remedyId = remedy.GetProperty("id"), reason = "Die Belege gehören zum Netzwerk." });
        await others.Post("finance-2", $"/report-reopenings/{proposed.GetProperty("id")}/refuse", new { reason = "Zu knapp." }, proposed);
    }

    /// <summary>More than the one claim, so that something goes back.</summary>
    public static async Task OverpayClaim(this Backstage others)
    {
        var claim = await others.Only("treasury-2", "/repayment-claims");
        await others.Post("treasury-2", $"/repayment-claims/{claim.GetProperty("id")}/receipts",
            new { amount = claim.GetProperty("principal"), receivedOn = "2021-08-20", bankReference = "Auszug 162" });
    }

    static async Task<(JsonElement Application, string Path)> Submit(this Backstage others, JsonElement programme, string office)
    {
        var application = await others.Post("applicant-" + office, $"/programmes/{programme.GetProperty("id")}/applications",
            new CreateApplication.Request(ApplicationExamples.Content));
        var path = $"/applications/{application.GetProperty("id")}";
        return (await others.Post("applicant-" + office, path + "/submit", null, application), path);
    }
}
