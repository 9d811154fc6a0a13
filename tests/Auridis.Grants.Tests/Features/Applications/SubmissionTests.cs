using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.Extensions.DependencyInjection;

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

    /// <summary>
    /// The business day ends at midnight in Berlin: at 23:00 UTC in winter, at 22:00 UTC in summer, also on the days on which the clocks
    /// change.
    /// </summary>
    [Test]
    public async Task The_last_millisecond_of_the_last_day_is_in_time_and_the_next_is_not()
    {
        var time = new StandingTime();
        await using var standing = await GrantsApp.Start(Kind, builder => builder.Services.AddSingleton<TimeProvider>(time));
        var clock = standing.Services.GetRequiredService<BusinessClock>();
        foreach (var (last, next) in ((string, string)[])
        [
            ("2018-11-30T22:59:59.999Z", "2018-11-30T23:00:00.000Z"), ("2019-03-30T22:59:59.999Z", "2019-03-30T23:00:00.000Z"),
            ("2019-03-31T21:59:59.999Z", "2019-03-31T22:00:00.000Z"), ("2019-10-27T22:59:59.999Z", "2019-10-27T23:00:00.000Z"),
        ])
        {
            await standing.ItIs(last[..10]);
            var day = standing.Today();
            var programme = await standing.OpenProgramme("MIDNIGHT-" + last[..10], Sample.Terms with
            {
                OpensOn = day,
                ClosesOn = day,
                FundingStartsOn = day.AddMonths(1),
                FundingEndsOn = day.AddMonths(13),
            });
            var (early, late) = (await standing.Draft(programme, Bottrop), await standing.Draft(programme, "05513000"));

            clock.Offset = clock.OffsetTo(DateTimeOffset.Parse(last, CultureInfo.InvariantCulture));
            var submitted = (await standing.Applicant(Bottrop).Post(early.Path() + "/submit", ifMatch: early.ETag)).Succeeded();
            clock.Offset = clock.OffsetTo(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture));

            Assert.That(submitted["submittedOn"], Is.EqualTo(last[..10]));
            (await standing.Applicant("05513000").Post(late.Path() + "/submit", ifMatch: late.ETag)).Refused(409, "deadline-passed");
            (await standing.Applicant(Bottrop).Post(early.Path() + "/recall", ifMatch: submitted.ETag)).Refused(409, "deadline-passed");
        }
    }

    /// <summary>The real time at which it was made, always.</summary>
    sealed class StandingTime : TimeProvider
    {
        readonly DateTimeOffset now = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => now;
    }

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

    /// <summary>A share of 66.67 % of 93,410.27 is 62,276.62, down to the cent; who is financed in full brings no own money.</summary>
    [Test]
    public async Task A_plan_that_does_not_fit_the_financing_is_not_handed_in()
    {
        var share = await app.OpenProgramme("PLAN-SHARE", Sample.Terms with { FinancingType = FinancingType.Share, SharePercent = 66.67m });
        var full = await app.OpenProgramme("PLAN-FULL", Sample.Terms with { FinancingType = FinancingType.Full, SharePercent = null });
        FinancePlan Plan(long requested, long own, long others = 0) =>
            new([new("personnel", new Money(93_410_27))], new Money(own), new Money(others), new Money(requested));

        await Refused(share, Plan(62_276_63, 31_133_64), Plan(62_276_62, 31_133_65));
        await Refused(full, Plan(93_410_26, 1), Plan(93_410_26, 0, 1), Plan(93_410_27, 0));

        // The last of the plans is taken.
        async Task Refused(string programme, params FinancePlan[] plans)
        {
            var applicant = app.Applicant(Bottrop);
            var draft = await app.Draft(programme, Bottrop);
            foreach (var plan in plans)
            {
                draft = (await applicant.Put(draft.Path(), With(plan), draft.ETag)).Succeeded();
                var answer = await applicant.Post(draft.Path() + "/submit", ifMatch: draft.ETag);
                if (plan == plans[^1])
                {
                    Assert.That(answer.Succeeded()["reference"], Does.EndWith("-0001"));
                    return;
                }
                answer.Refused(409, "plan-against-financing");
                Assert.That((await applicant.Get(draft.Path())).Text, Is.EqualTo(draft.Text));
            }
        }
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
