namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>What a programme asks of its reports, and what they answer.</summary>
public sealed class ReportQuestionTests(DatabaseKind kind) : ReportFixture(kind)
{
    [Test]
    public async Task A_report_is_submitted_once_it_answers_each_required_question()
    {
        var award = await Asked();
        var written = (await Say(award, ("reach", "2,400 children"))).Succeeded();
        Assert.That(written.Json.GetProperty("answers")[0].GetProperty("text").GetString(), Is.EqualTo("2,400 children"));
        Task<Answer> Submit(string? tag) =>
            app.As(award.Applicant).Post(award.Report + "/submit", new { expenditure = Money(0) }, tag);

        var refused = (await Submit(written.ETag)).Refused(409, "answers-missing");
        Assert.That(refused.Json.GetProperty("missing").EnumerateArray().Select(place => place.GetString()),
            Is.EqualTo(["/terms/questions/1"]));
        Assert.That(await ETag(award), Is.EqualTo(written.ETag));

        var answered = (await Say(award, ("goals", "All of them."), ("reach", "2,400 children"))).Succeeded();
        (await Submit(answered.ETag)).Succeeded();
        var version = (await app.As("finance-1").Get(award.Report + "/versions/1")).Succeeded();
        Assert.That(
            version.Json.GetProperty("submission").GetProperty("answers").EnumerateArray()
                .Select(answer => $"{answer.GetProperty("key").GetString()}: {answer.GetProperty("text").GetString()}"),
            Is.EqualTo(["goals: All of them.", "reach: 2,400 children"]));
    }

    [Test]
    public async Task What_is_written_anew_replaces_all_answers()
    {
        var award = await Asked();
        (await Say(award, ("goals", "All of them."))).Succeeded();

        var written = await Write(award);

        Assert.That(written.Json.GetProperty("answers").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        (await app.As(award.Applicant).Post(award.Report + "/submit", new { expenditure = Money(0) }, written.ETag))
            .Refused(409, "answers-missing");
    }

    [Test]
    public async Task An_answer_to_no_question_changes_nothing()
    {
        var award = await Asked();
        var before = (await Say(award, ("goals", "All of them."))).Succeeded();

        var refused = (await Say(award, ("goals", "None."), ("colour", "Blue"))).Refused(400, "validation-failed");

        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo(["/answers/1/key"]));
        Assert.That((await app.As(award.Applicant).Get(award.Report)).Text, Is.EqualTo(before.Text));
        (await Say(award, ("goals", "Some."), ("goals", "None."))).Refused(400, "validation-failed");
        (await Say(award, ("goals", " "))).Refused(400, "validation-failed");
        (await Say(await Paid(), ("goals", "Nobody asks."))).Refused(400, "validation-failed");
    }

    [TestCase("goals", "Twice?", "/terms/questions")]
    [TestCase("Goals!", "Which?", "/terms/questions/2/key")]
    [TestCase("more", "", "/terms/questions/2/text")]
    public async Task Questions_that_are_none_are_refused(string key, string text, string place)
    {
        var terms = Sample.Terms with
        {
            Questions = [new("reach", "How many children?"), new("goals", "Which goals?", Required: true), new(key, text)],
        };
        var refused = (await app.As("caseworker-1").Post("/programmes", new { code = "ASKED", terms })).Refused(400, "validation-failed");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo([place]));
    }

    Task<SeededAward> Asked() => SeededAward.Insert(app.Db, paidCents: 1_000_00, changing: terms => terms with
    {
        Questions = [new("reach", "How many children?"), new("goals", "Which goals were reached?", Required: true)],
    });

    async Task<Answer> Say(SeededAward award, params (string Key, string Text)[] answers) => await app.As(award.Applicant).Put(
        award.Report,
        new
        {
            narrative = "We met.",
            ownFunds = Money(0),
            thirdPartyIncome = Money(0),
            answers = answers.Select(answer => new { key = answer.Key, text = answer.Text }),
        },
        await ETag(award));
}
