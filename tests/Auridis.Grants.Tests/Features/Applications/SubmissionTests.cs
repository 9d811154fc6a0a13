using System.Security.Cryptography;
using System.Text;
using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Platform.Security.Development;

namespace Auridis.Grants.Tests.Features.Applications;

/// <summary>What happens when an application is submitted: it is checked, numbered and frozen.</summary>
public sealed class SubmissionTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";

    static object With(FinancePlan plan) => new { content = Sample.Content with { FinancePlan = plan } };

    [Test]
    public async Task What_was_handed_in_is_frozen_with_its_hash()
    {
        var programme = await app.OpenProgramme("FROZEN");
        var submitted = await app.Submitted(programme, Bottrop);
        var applicant = app.Applicant(Bottrop);

        (await applicant.Put(submitted.Path(), Sample.Application, submitted.ETag)).Refused(409, "wrong-state");
        var version = (await applicant.Get(submitted.Path() + "/versions/1")).Succeeded();
        var listed = (await applicant.Get(submitted.Path() + "/versions")).Succeeded().Json.GetProperty("items").EnumerateArray().Single();

        var content = version.Json.GetProperty("content").GetRawText();
        Assert.Multiple(() =>
        {
            Assert.That(content, Is.EqualTo(submitted.Json.GetProperty("content").GetRawText()));
            Assert.That(version["contentHash"], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))));
            Assert.That(version["submittedBy"], Is.EqualTo(DevelopmentIssuer.Issuer + "#applicant-" + Bottrop));
            Assert.That((listed.GetProperty("number").GetInt32(), listed.GetProperty("contentHash").GetString()),
                Is.EqualTo((1, version["contentHash"])));
        });
        (await applicant.Get(submitted.Path() + "/versions/2")).Refused(404, "not-found");
    }

    [Test]
    public void The_database_itself_refuses_to_alter_what_was_handed_in() => Assert.That(async () =>
    {
        await app.Submitted(await app.OpenProgramme("TRIGGER"), Bottrop);
        await app.Db.Write<int>(Author.System(TimeProvider.System),
            async tx => await tx.Execute("update ApplicationVersion set Content = '{}'"), CancellationToken.None);
    }, Throws.Exception.With.Message.Contains("frozen"));

    [Test]
    public async Task Submitting_twice_is_refused()
    {
        var submitted = await app.Submitted(await app.OpenProgramme("TWICE"), Bottrop);

        var answer = (await app.Applicant(Bottrop).Post(submitted.Path() + "/submit", ifMatch: submitted.ETag)).Refused(409, "wrong-state");
        Assert.That((answer["actual"], answer["expected"]), Is.EqualTo(("submitted", "draft | returned")));
        (await app.Applicant(Bottrop).Post(submitted.Path() + "/submit", ifMatch: "\"1\"")).Refused(412, "stale-version");
    }

    [Test]
    public async Task The_finance_plan_is_checked_when_it_is_handed_in()
    {
        var programme = await app.OpenProgramme("PLAN");
        var applicant = app.Applicant(Bottrop);
        var draft = await app.Draft(programme, Bottrop);
        var plan = Sample.Content.FinancePlan!;

        async Task<Answer> Submit(FinancePlan changed)
        {
            var current = (await applicant.Get(draft.Location!)).Succeeded();
            var edited = (await applicant.Put(draft.Location!, With(changed), current.ETag)).Succeeded();
            return await applicant.Post(draft.Location + "/submit", ifMatch: edited.ETag);
        }

        var capped = (await Submit(plan with { Requested = new Money(100_000_01) })).Refused(409, "cap-exceeded");
        Assert.That((capped["requested.amount"], capped["cap.amount"], capped["detail"]),
            Is.EqualTo(("100000.01", "100000.00", "A site gets at most 100,000.00 EUR; 100,000.01 EUR is more.")));
        var unbalanced = (await Submit(plan with { OwnContribution = new Money(15_000_01) })).Refused(409, "finance-plan-unbalanced");
        Assert.That((unbalanced["funds.amount"], unbalanced["expenditure.amount"]), Is.EqualTo(("100000.01", "100000.00")));
        (await Submit(plan with { Lines = [new("cars", new Money(100_000_00))] })).Refused(409, "unknown-category");
        Assert.That((await Submit(plan))["reference"], Is.EqualTo("GA-PLAN-0001"), "a refused submission takes no number");
    }

    [Test]
    public async Task Fifty_offices_that_hand_in_at_once_get_references_without_gap_or_double()
    {
        var programme = await app.OpenProgramme("FIFTY");
        var unbalanced = Sample.Content.FinancePlan! with { OwnContribution = new Money(0) };
        var drafts = new List<(string Office, Answer Draft)>();
        foreach (var office in await app.Offices(60))
        {
            var draft = await app.Draft(programme, office);
            // Every sixth is refused in the midst of the others, and must take no number with it.
            drafts.Add((office, drafts.Count % 6 == 5
                ? (await app.Applicant(office).Put(draft.Location!, With(unbalanced), draft.ETag)).Succeeded() : draft));
        }

        var answers = await Task.WhenAll(drafts.Select(draft =>
            app.Applicant(draft.Office).Post(draft.Draft.Path() + "/submit", ifMatch: draft.Draft.ETag)));

        Assert.That(answers.Select(answer => answer.Code ?? answer.Succeeded()["reference"]), Is.EquivalentTo(
            Enumerable.Range(1, 50).Select(number => $"GA-FIFTY-{number:0000}").Concat(Enumerable.Repeat("finance-plan-unbalanced", 10))));
    }
}
