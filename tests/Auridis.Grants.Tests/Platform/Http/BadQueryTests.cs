namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>Paths, filters and pages that do not exist.</summary>
public sealed class BadQueryTests(DatabaseKind kind) : BadInputFixture(kind)
{
    [TestCase("/programmes/7")]
    [TestCase("/programmes/018f0000-0000-7000-8000-00000000000g")]
    [TestCase("/programmes/018f0000-0000-7000-8000-000000000000")]
    [TestCase("/no-such-thing")]
    [TestCase("/programmes/../../etc/passwd")]
    public async Task What_is_not_there_is_not_found(string path) => (await Caseworker.Get(path)).Refused(404, "not-found");

    [TestCase("limit=0", 400, "validation-failed", "/limit")]
    [TestCase("limit=201", 400, "validation-failed", "/limit")]
    [TestCase("limit=-1", 400, "validation-failed", "/limit")]
    [TestCase("limit=many", 400, "invalid-value", "/limit")]
    [TestCase("limit=99999999999", 400, "invalid-value", "/limit")]
    public async Task A_page_has_1_to_200_items(string query, int status, string code, string place)
    {
        var refused = (await Caseworker.Get("/programmes?" + query)).Refused(status, code);
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo(place));
        Assert.That(refused.Text, Does.Not.Contain("Nullable").And.Not.Contain("Int32"));
    }

    [TestCase("/applications?status=drafted", "validation-failed", "/status")]
    [TestCase("/reviews?status=", "validation-failed", "/status")]
    [TestCase("/youth-offices?kind=Kreis", "validation-failed", "/kind")]
    [TestCase("/disbursements?status=draft", "validation-failed", "/status")]
    [TestCase("/applications?officeAgs=4711", "validation-failed", "/officeAgs")]
    [TestCase("/spending-reports?officeAgs=", "validation-failed", "/officeAgs")]
    [TestCase("/youth-offices?ags=05512000&ags=05513000", "validation-failed", "/ags")]
    [TestCase("/awards?state=offered", "unknown-parameter", "/state")]
    [TestCase("/youth-offices?AGS=05512000&name=Bottrop", "unknown-parameter", "/name")]
    [TestCase("/programmes?offset=50", "unknown-parameter", "/offset")]
    public async Task A_filter_that_cannot_be_meant_is_refused(string path, string code, string place)
    {
        var refused = (await Caseworker.Get(path)).Refused(400, code);
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo(place));
    }

    [TestCase("/disbursements?awardId=", "/awardId")]
    [TestCase("/disbursements?awardId=018f000000007000800000000000000a", "/awardId")]
    [TestCase("/spending-reports?overdue=1", "/overdue")]
    [TestCase("/programmes?limit=%2B5", "/limit")]
    [TestCase("/programmes?limit=007", "/limit")]
    public async Task A_value_has_one_spelling(string path, string place)
    {
        var refused = (await Caseworker.Get(path)).Refused(400, "invalid-value");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo(place));
    }

    [TestCase("from=01.02.2032&to=2032-02-28", "/from")]
    [TestCase("from=2032-2-1&to=2032-02-28", "/from")]
    [TestCase("from=2032-02-01", "/to")]
    public async Task A_date_is_never_guessed_and_a_missing_one_is_named(string range, string place)
    {
        var refused = (await app.As("accounting-1").Get("/ledger/accounts/1400/sheet?" + range)).Refused(400, "invalid-value");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo(place));
    }

    [TestCase("/applications?STATUS=draft&limit=1")]
    [TestCase("/youth-offices?kind=county&governmentDistrict=Münster")]
    [TestCase("/spending-reports?overdue=true&status=due")]
    public async Task A_filter_that_is_known_is_taken(string path) => (await Caseworker.Get(path)).Succeeded();

    /// <summary>A text is composed as it comes in; what is no character finds nothing.</summary>
    [TestCase("M%C3%BCnster", true)]
    [TestCase("Mu%CC%88nster", true)]
    [TestCase("Munster", false)]
    [TestCase("%EF%BF%BE", false)]
    public async Task A_filter_finds_its_text_composed_and_decomposed(string district, bool found)
    {
        var offices = (await Caseworker.Get("/youth-offices?limit=1&governmentDistrict=" + district)).Succeeded();
        Assert.That(offices.Json.GetProperty("items").GetArrayLength(), Is.EqualTo(found ? 1 : 0));
    }

    [Test]
    public async Task A_person_who_is_no_text_is_nobody() =>
        Assert.That((await app.As("auditor-1").Get("/audit-events?actor=%EF%BF%BE")).Succeeded().Json.GetProperty("items").GetArrayLength(),
            Is.Zero);

    [Test]
    public async Task A_path_is_composed_as_the_rest() =>
        (await Caseworker.Get("/problems/u%CC%88")).Refused(404, "not-found");

    [TestCase("x")]
    [TestCase("AAAAAAAAAAAA")]
    [TestCase("_________98")]
    [TestCase("' or 1=1 --")]
    public async Task A_cursor_of_another_make_is_refused(string cursor) =>
        (await Caseworker.Get($"/programmes?cursor={Uri.EscapeDataString(cursor)}")).Refused(400, "invalid-cursor");
}
