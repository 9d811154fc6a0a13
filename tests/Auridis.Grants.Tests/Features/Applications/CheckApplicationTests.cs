using System.Net;
using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Features.Applications;

/// <summary>The formal check: by the programme's checklist, by a person who has no part in the application.</summary>
public sealed class CheckApplicationTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";
    const string Gelsenkirchen = "05513000";

    [Test]
    public async Task The_formal_check_decides_by_the_programmes_checklist()
    {
        var programme = await app.OpenProgramme("CHECK");
        var submitted = await app.Submitted(programme, Bottrop);
        var caseworker = app.As("caseworker-1");
        var path = submitted.Path() + "/formal-check";
        CheckedItem signed = new("signed", true), plan = new("finance-plan", false, "Die Anlage fehlt.");

        var answer = (await caseworker.Post(path, new { items = new[] { signed } }, submitted.ETag)).Refused(409, "checklist-incomplete");
        Assert.That((answer["missing"], answer["unknown"]), Is.EqualTo(("[\"finance-plan\"]", "[]")));
        (await caseworker.Post(path, new { items = new[] { signed, plan } }, submitted.ETag)).Refused(400, "validation-failed");
        (await caseworker.Post(path, new { items = new[] { signed, plan with { Met = true } }, reason = "Wozu?" }, submitted.ETag))
            .Refused(400, "validation-failed");

        var failed = (await caseworker.Post(path, new { items = new[] { signed, plan }, reason = "Der Finanzierungsplan fehlt." },
            submitted.ETag)).Succeeded();
        Assert.That((failed["status"], failed["formalCheck.reason"]), Is.EqualTo(("ineligible", "Der Finanzierungsplan fehlt.")));
        Assert.That((await app.Applicant(Bottrop).Get(submitted.Path()))["formalCheck.items"], Does.Contain("Die Anlage fehlt."));
        (await caseworker.Post(path, Sample.Passed, failed.ETag)).Refused(409, "wrong-state");
        Assert.That((await app.Eligible(programme, Gelsenkirchen))["status"], Is.EqualTo("eligible"));
    }

    [Test]
    public async Task Nobody_checks_an_application_of_their_own()
    {
        var submitted = await app.Submitted(await app.OpenProgramme("OWN"), Bottrop);
        var author = app.Person("applicant-" + Bottrop, [Role.Caseworker]);
        var colleague = app.Person("colleague", [Role.Caseworker, Role.Applicant], Bottrop);

        var answer = (await author.Post(submitted.Path() + "/formal-check", Sample.Passed, submitted.ETag)).Refused(403, "four-eyes");
        Assert.That(answer["earlier"], Is.EqualTo("applicant"));
        var capitals = app.Person("APPLICANT-" + Bottrop, [Role.Caseworker]);
        (await capitals.Post(submitted.Path() + "/formal-check", Sample.Passed, submitted.ETag)).Refused(403, "four-eyes");
        (await colleague.Post(submitted.Path() + "/formal-check", Sample.Passed, submitted.ETag)).Refused(403, "decider-conflicted");
        (await colleague.Post(submitted.Path() + "/formal-check", Sample.Passed, "\"9\"")).Refused(403, "decider-conflicted");
        (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", Sample.Passed, submitted.ETag)).Succeeded();
    }

    /// <summary>Neither the office nor a reviewer is to know whom to win over, or whom to follow.</summary>
    [Test]
    public async Task Who_made_the_formal_check_is_shown_to_the_funding_side_only()
    {
        var application = await app.InReview("AUTHOR", Bottrop);
        await app.Begun(application, "reviewer-1");
        (await app.As("caseworker-1").Post(application + "/reviews", new { subject = "caseworker-2" })).Succeeded();
        async Task<string> Author(GrantsClient person) => (await person.Get(application)).Succeeded()["formalCheck.checkedBy"];

        Assert.Multiple(async () =>
        {
            Assert.That(await Author(app.As("caseworker-1")), Does.EndWith("#caseworker-1"));
            Assert.That(await Author(app.As("auditor-1")), Does.EndWith("#caseworker-1"));
            Assert.That(await Author(app.Applicant(Bottrop)), Is.Empty);
            Assert.That(await Author(app.As("reviewer-1")), Is.Empty);
            Assert.That(await Author(app.Person("colleague", [Role.Caseworker, Role.Applicant], Bottrop)), Is.Empty);
        });
        var reviewing = app.Person("caseworker-2", [Role.Caseworker, Role.Reviewer]);
        var review = (await reviewing.Get("/reviews?status=assigned")).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Single(item => application.EndsWith(item.GetProperty("applicationId").GetString()!, StringComparison.Ordinal));
        (await reviewing.Post($"/reviews/{review.GetProperty("id").GetString()}/declare", new { conflict = false }, "\"1\"")).Succeeded();
        Assert.That(await Author(reviewing), Is.Empty);
        var withdrawn = (await app.Applicant(Bottrop).Post(application + "/withdraw", new { reason = "Kein Eigenanteil" },
            (await app.Applicant(Bottrop).Get(application)).ETag)).Succeeded();
        Assert.That(withdrawn["formalCheck.checkedBy"], Is.Empty);
    }

    [Test]
    public async Task A_machine_may_read_and_not_decide()
    {
        var submitted = await app.Submitted(await app.OpenProgramme("MACHINE"), Bottrop);
        var machine = app.With(
            app.Services.GetRequiredService<DevelopmentIssuer>().TokenFor(new DemoMachine("case-software", "unused", [Role.Caseworker])));

        (await machine.Get(submitted.Path())).Succeeded();
        (await machine.Post(submitted.Path() + "/formal-check", Sample.Passed, submitted.ETag)).Refused(403, "person-required");
    }

    [Test]
    public async Task Of_a_withdrawal_and_a_formal_check_at_once_one_happens()
    {
        var programme = await app.OpenProgramme("MEET");
        foreach (var office in await app.Offices(8))
        {
            var submitted = await app.Submitted(programme, office);

            var answers = await Task.WhenAll(
                app.Applicant(office).Post(submitted.Path() + "/withdraw", new { reason = "Zurückgezogen" }, submitted.ETag),
                app.As("caseworker-1").Post(submitted.Path() + "/formal-check", Sample.Passed, submitted.ETag));

            var winner = answers.Single(answer => answer.Status == HttpStatusCode.OK);
            answers.Single(answer => answer != winner).Refused(412, "stale-version");
            Assert.That((await app.As("caseworker-1").Get(submitted.Path()))["status"], Is.EqualTo(winner["status"]));
        }
    }
}
