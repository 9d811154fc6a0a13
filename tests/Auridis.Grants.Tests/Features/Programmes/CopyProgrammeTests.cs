using System.Globalization;
using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Programmes;

public sealed class CopyProgrammeTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Commitment = "aa80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b1";

    [Test]
    public async Task The_next_round_has_the_terms_of_the_last_one()
    {
        var original = (await app.As("caseworker-1").Post("/programmes", new CreateProgramme.Request("COPY-OF", Sample.Terms with
        {
            InterimReports = [new(new DateOnly(2019, 12, 31), 4)],
        }))).Succeeded();

        var copy = (await Copy(original, "COPY-1", Commitment)).Succeeded();

        var terms = copy.Json.GetProperty("terms");
        Assert.That((copy["status"], copy["code"], terms.GetProperty("opensOn").GetString(), terms.GetProperty("title").GetString()),
            Is.EqualTo(("draft", "COPY-1", "2020-09-28", Sample.Terms.Title)));
        Assert.That(terms.GetProperty("lotCommitment").GetString(), Is.EqualTo(Commitment));
        Assert.That(terms.GetProperty("interimReports").ValueKind, Is.EqualTo(JsonValueKind.Null), "they end in the other period");
        Assert.That(copy.Location, Is.EqualTo($"/programmes/{copy["id"]}"));
        (await Copy(original, "COPY-2", Commitment)).Refused(409, "lot-commitment-used");
        (await Copy(original, "COPY-1", Commitment)).Refused(409, "programme-code-taken");
        (await Copy(original, "COPY-3", Sample.Terms.LotCommitment)).Refused(409, "lot-commitment-used");
    }

    [Test]
    public async Task A_copy_that_is_edited_keeps_a_commitment_of_its_own()
    {
        var original = (await app.As("caseworker-1").Post("/programmes", Sample.Programme("COPY-EDIT"))).Succeeded();
        var copy = (await Copy(original, "COPY-5", Digest(5))).Succeeded();
        var terms = Sample.Terms with { LotCommitment = Digest(5) };

        (await Edit(copy, Sample.Terms)).Refused(409, "lot-commitment-used");
        copy = (await Edit(copy, terms with { Title = "Noch einmal" })).Succeeded();
        (await Edit(copy, terms with { LotCommitment = Digest(6) })).Succeeded();
        (await Edit(original, Sample.Terms)).Succeeded();
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task Of_many_that_take_one_commitment_at_once_one_gets_it()
    {
        var originals = await Task.WhenAll(Enumerable.Range(1, 3).Select(n => app.As("caseworker-1")
            .Post("/programmes", Sample.Programme($"COPY-RACE-{n}"))));
        for (var round = 1; round <= 5; round++)
        {
            var edited = (await Copy(originals[0].Succeeded(), $"COPY-ROUND-{round}", Digest(100 + round))).Succeeded();
            var wanted = Digest(200 + round);

            var answers = await Task.WhenAll(Enumerable.Range(1, 9)
                .Select(n => Task.Run(() => Copy(originals[n % 3], $"COPY-{round}-{n}", wanted)))
                .Append(Task.Run(() => Edit(edited, Sample.Terms with { LotCommitment = wanted }))));

            Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code),
                Has.Exactly(9).EqualTo("lot-commitment-used"), $"round {round}");
        }
    }

    [TestCase("copy", Commitment, "/code")]
    [TestCase("COPY-4", "AA", "/lotCommitment")]
    public async Task What_is_wrong_is_named(string code, string commitment, string place)
    {
        var original = (await app.As("funder-1").Get("/programmes?limit=1")).Succeeded().Json.GetProperty("items")[0];

        var refused = await app.As("caseworker-1").Post(
            $"/programmes/{original.GetProperty("id").GetString()}/copy", Request(code, commitment));

        Assert.That(refused.Refused(400, "validation-failed")["errors"], Does.Contain(place));
    }

    Task<Answer> Copy(Answer original, string code, string commitment) =>
        app.As("caseworker-1").Post($"/programmes/{original["id"]}/copy", Request(code, commitment));

    Task<Answer> Edit(Answer programme, ProgrammeTerms terms) =>
        app.As("caseworker-1").Put($"/programmes/{programme["id"]}", new { terms }, programme.ETag);

    static string Digest(int number) => number.ToString("x64", CultureInfo.InvariantCulture);

    static object Request(string code, string lotCommitment) => new
    {
        code,
        opensOn = "2020-09-28",
        closesOn = "2020-11-30",
        fundingStartsOn = "2021-01-01",
        fundingEndsOn = "2022-12-31",
        lotCommitment,
    };
}
