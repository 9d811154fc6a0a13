namespace Auridis.Grants.Tests.Features.Programmes;

public sealed class CopyProgrammeTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Commitment = "aa80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b1";

    [Test]
    public async Task The_next_round_has_the_terms_of_the_last_one()
    {
        var original = (await app.As("caseworker-1").Post("/programmes", Sample.Programme("COPY-OF"))).Succeeded();

        var copy = (await Copy(original, "COPY-1", Commitment)).Succeeded();

        var terms = copy.Json.GetProperty("terms");
        Assert.That((copy["status"], copy["code"], terms.GetProperty("opensOn").GetString(), terms.GetProperty("title").GetString()),
            Is.EqualTo(("draft", "COPY-1", "2020-09-28", Sample.Terms.Title)));
        Assert.That(terms.GetProperty("lotCommitment").GetString(), Is.EqualTo(Commitment));
        Assert.That(copy.Location, Is.EqualTo($"/programmes/{copy["id"]}"));
        (await Copy(original, "COPY-2", Commitment)).Refused(409, "lot-commitment-used");
        (await Copy(original, "COPY-1", Commitment)).Refused(409, "programme-code-taken");
        (await Copy(original, "COPY-3", Sample.Terms.LotCommitment)).Refused(409, "lot-commitment-used");
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
