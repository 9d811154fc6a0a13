using Auridis.Grants.Api;
using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.BrowserTests.Pages;

namespace Auridis.Grants.BrowserTests;

/// <summary>
/// A round, played in Swagger UI from its first operation to its last: nothing is typed but the days that the clock is moved to. What is
/// sent is what the fields are filled with: the examples, and what earlier answers have told.
/// </summary>
[TestFixture]
public sealed class RoundTests : BrowserTests
{
    const string Site = "05512000";
    const string Declining = "05513000";
    const string Waiting = "05515000";
    const string Withdrawing = "05913000";
    const string Failing = "05915000";

    readonly HashSet<string> played = new(StringComparer.Ordinal);
    SwaggerPage swagger = null!;

    [Test]
    [CancelAfter(1_200_000)]
    public async Task Every_operation_works_as_its_fields_are_filled()
    {
        swagger = await OpenSwagger();
        using var others = new Backstage(Server.Url);

        await Play("getLiveness", "getReadiness", "listProblems", "getProblem");
        await As("admin-1", "createYouthOffice", "listYouthOffices", "getYouthOffice");
        await As("caseworker-1", "setClock", "getClock", "createProgramme", "getProgramme", "editProgramme", "deleteProgramme",
            "listProgrammes", "copyProgramme", "deleteProgramme", "listProgrammes", "openProgramme", "getProgrammeFunnel",
            "proposeExtension", "getExtension", "refuseExtension", "proposeExtension");
        await As("caseworker-2", "confirmExtension", "getProgramme", "grantLateException");

        await As("applicant-" + Withdrawing, "listProgrammes", "createApplication", "withdrawApplication");
        await Fail(others);
        await As("applicant-" + Site, "createApplication", "listApplications", "getApplication", "editApplication", "submitApplication",
            "recallApplication", "submitApplication");
        await As("caseworker-1", "getApplication", "returnApplication", "setMendingDate");
        await As("applicant-" + Site, "getApplication", "submitApplication", "listApplicationVersions", "getApplicationVersion",
            "compareApplicationVersions");
        await As("caseworker-1", "checkApplication", "assignReview", "listReviews", "getReview");
        await As("reviewer-1", "declareConflict", "saveScores", "submitReview");
        await As("caseworker-1", "withdrawReview");
        await Review(others, Site, points: 8);
        foreach (var office in new[] { Declining, Waiting })
            await Apply(others, office);

        await MoveClockTo("2018-12-10");
        await As("caseworker-1", "getProgramme", "closeProgramme");
        await As("decider-1", "enterLot");
        await As("decider-2", "confirmLot");
        await As("decider-1", "getRanking", "createSelection", "listSelections", "getSelection", "getSelectionRanking", "editSelection",
            "proposeSelection");
        await As("decider-2", "sendBackSelection");
        await As("decider-1", "proposeSelection");
        await As("decider-2", "confirmSelection");
        await As("decider-1", "publishSelection");

        await As("applicant-" + Declining, "listAwards", "declineAward");
        await As("applicant-" + Waiting, "listAwards", "acceptAward");
        await MoveClockTo("2019-02-06");
        await As("caseworker-1", "activateAward");
        await As("applicant-" + Failing, "listApplications");
        await As("caseworker-1", "getApplication", "proposeReopening");
        await As("decider-1", "confirmReopening");
        await As("applicant-" + Site, "listAwards", "getAward", "acceptAward", "waiveRemedies", "addBankAccount", "listBankAccounts",
            "getBankAccount");
        await As("finance-3", "verifyBankAccount");

        await As("applicant-" + Site, "requestDisbursement", "listDisbursements", "getDisbursement");
        await As("finance-1", "approveDisbursement");
        await As("finance-2", "releaseDisbursement");
        await MoveClockTo("2019-02-12");
        await As("finance-1", "recordSettlement");
        await As("finance-2", "confirmSettlement");
        await As("finance-1", "recordReturn");
        await As("finance-2", "confirmReturn");
        await As("applicant-" + Site, "requestDisbursement");
        await As("finance-1", "rejectDisbursement");
        await As("applicant-" + Site, "requestDisbursement", "cancelDisbursement");
        await PayAll(others);

        await MoveClockTo("2021-03-01");
        await As("applicant-" + Site, "listSpendingReports", "getSpendingReport", "editSpendingReport", "addReceipts", "listReceipts",
            "deleteReceipt", "getSpendingReport", "listReceipts", "deleteReceipt", "addReceipts", "submitSpendingReport");
        await As("finance-1", "examineSpendingReport", "getSpendingStatement", "recordFindings");
        await As("finance-2", "acceptSpendingReport");
        await MoveClockTo("2021-08-20");
        await As("finance-1", "listRepaymentClaims", "getRepaymentClaim", "recordRepayment", "listRepaymentReceipts");

        await As("accounting-1", "listAccounts", "getPostingMatrix", "listJournalEntries", "getTrialBalance", "getAccountSheet",
            "verifyLedger", "createExportRun", "listExportRuns", "getExportRun", "getExportFile", "voidExportRun", "createExportRun",
            "acknowledgeExportRun");
        await As("auditor-1", "listAuditEvents", "verifyAuditTrail");

        await MoveClockTo("2020-10-01");
        await As("caseworker-1", "copyProgramme", "openProgramme");
        await As("decider-1", "cancelProgramme");

        await TestContext.Out.WriteLineAsync($"{played.Count} of {swagger.Operations.Count()} operations worked as they were filled in");
        Assert.That(played, Is.EquivalentTo(swagger.Operations));
    }

    async Task As(string person, params string[] operations)
    {
        await swagger.SignInAs(person);
        await Play(operations);
    }

    async Task Play(params string[] operations)
    {
        foreach (var name in operations)
        {
            var operation = await swagger.Open(name);
            var (status, text) = await operation.Send();
            Assert.That(status, Is.InRange(200, 299), $"{name}: {text}");
            await operation.Close();
            played.Add(name);
        }
    }

    /// <summary>The one thing that is typed; whoever is signed in may.</summary>
    async Task MoveClockTo(string day)
    {
        var operation = await swagger.Open("setClock");
        await operation.Body.FillAsync($$"""{ "now": "{{day}}T08:00:00Z" }""");
        Assert.That((await operation.Send()).Status, Is.EqualTo(200));
        await operation.Close();
    }

    /// <summary>An application that fails the formal check.</summary>
    static async Task Fail(Backstage others)
    {
        var programme = await others.Only("caseworker-1", "/programmes");
        var application = await others.Post("applicant-" + Failing, $"/programmes/{programme.GetProperty("id")}/applications",
            new CreateApplication.Request(ApplicationExamples.Content));
        var path = $"/applications/{application.GetProperty("id")}";
        application = await others.Post("applicant-" + Failing, path + "/submit", null, application);
        await others.Post("caseworker-1", path + "/formal-check", new
        {
            items = ReferenceData.PressRelease.Checks.Select(check => new { check = check.Code, met = false }),
            reason = "Nicht vom Jugendamt eingereicht.",
        }, application);
    }

    /// <summary>An application as the first one, whose reviews are a little worse.</summary>
    static async Task Apply(Backstage others, string office)
    {
        var programme = await others.Only("caseworker-1", "/programmes");
        var application = await others.Post("applicant-" + office, $"/programmes/{programme.GetProperty("id")}/applications",
            new CreateApplication.Request(ApplicationExamples.Content));
        var path = $"/applications/{application.GetProperty("id")}";
        application = await others.Post("applicant-" + office, path + "/submit", null, application);
        await others.Post("caseworker-1", path + "/formal-check",
            new { items = ReferenceData.PressRelease.Checks.Select(check => new { check = check.Code, met = true }) }, application);
        await Review(others, office, points: 6);
    }

    static async Task Review(Backstage others, string office, int points)
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

    /// <summary>The whole award, so that the report has something to pay back.</summary>
    static async Task PayAll(Backstage others)
    {
        var award = await others.Only("applicant-" + Site, "/awards");
        var account = await others.Only("finance-1", $"/youth-offices/{award.GetProperty("youthOfficeId")}/bank-accounts");
        var payment = await others.Post("applicant-" + Site, $"/awards/{award.GetProperty("id")}/disbursements", new
        {
            amount = award.GetProperty("amount"),
            purpose = "Personalkosten",
            unspent = new Money(0),
            bankAccountId = account.GetProperty("id"),
        });
        var path = $"/disbursements/{payment.GetProperty("id")}";
        payment = await others.Post("finance-1", path + "/approve", new { factuallyRight = true, arithmeticallyRight = true }, payment);
        payment = await others.Post("finance-2", path + "/release", null, payment);
        payment = await others.Post("finance-1", path + "/settle", new { bookedOn = "2019-02-12", bankReference = "Auszug 30" }, payment);
        await others.Post("finance-2", path + "/confirm-settlement", null, payment);
    }
}
