using FastEndpoints;
using Microsoft.AspNetCore.Routing;

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

    [TestCase("limit=0", "validation-failed")]
    [TestCase("limit=201", "validation-failed")]
    [TestCase("limit=-1", "validation-failed")]
    [TestCase("limit=many", "invalid-value")]
    [TestCase("limit=99999999999", "invalid-value")]
    public async Task A_page_has_1_to_200_items(string query, string code)
    {
        var refused = (await Caseworker.Get("/programmes?" + query)).Refused(400, code);
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("limit"));
        Assert.That(refused.Text, Does.Not.Contain("Nullable").And.Not.Contain("Int32"));
    }

    [TestCase("/applications?status=drafted", "validation-failed", "status")]
    [TestCase("/youth-offices?kind=Kreis", "validation-failed", "kind")]
    [TestCase("/disbursements?status=draft", "validation-failed", "status")]
    [TestCase("/applications?officeAgs=4711", "validation-failed", "officeAgs")]
    [TestCase("/awards?state=offered", "unknown-parameter", "state")]
    [TestCase("/youth-offices?AGS=05512000&name=Bottrop", "unknown-parameter", "name")]
    [TestCase("/programmes?offset=50", "unknown-parameter", "offset")]
    public async Task A_filter_that_cannot_be_meant_is_refused(string path, string code, string place)
    {
        var refused = (await Caseworker.Get(path)).Refused(400, code);
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo(place));
    }

    [TestCase("/disbursements?awardId=", "awardId")]
    [TestCase("/disbursements?awardId=018f000000007000800000000000000a", "awardId")]
    [TestCase("/spending-reports?overdue=1", "overdue")]
    [TestCase("/programmes?limit=%2B5", "limit")]
    [TestCase("/programmes?limit=007", "limit")]
    [TestCase("/youth-offices?ags=05512000&ags=05513000", "ags")]
    [TestCase("/youth-offices?Ags=05512000&ags=05512000", "ags")]
    public async Task A_value_has_one_spelling(string path, string place)
    {
        var refused = (await Caseworker.Get(path)).Refused(400, "invalid-value");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo(place));
    }

    /// <summary>A filter without a value is no filter, and would list everything; or one that finds nothing.</summary>
    [Test]
    public async Task A_parameter_without_a_value_is_refused_on_every_list([Values("", "%20")] string nothing)
    {
        List<string> answers = [];
        var expected = 0;
        foreach (var (route, parameter) in QueryParameters())
        {
            expected++;
            var person = app.Person("query", [.. ProblemsOf.Rights(route.Metadata)!.Value.Roles], "05512000");
            var path = route.RoutePattern.RawText!.Replace("{id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal)
                .Replace("{number}", "1400", StringComparison.Ordinal)
                .Replace("{number:int}", "1", StringComparison.Ordinal);
            var refused = (await person.Get($"{path}?{parameter}={nothing}")).Refused(400, "invalid-value");
            var error = refused.Json.GetProperty("errors").GetProperty(parameter)[0].GetString();
            answers.Add($"{path} {parameter}: {error}");
        }

        Assert.That(expected, Is.GreaterThan(30));
        Assert.That(answers, Has.Count.EqualTo(expected).And.All.EndsWith(": This parameter has no value; leave it out instead."));
    }

    IEnumerable<(RouteEndpoint Route, string Parameter)> QueryParameters() =>
        from route in app.Routes
        where ProblemsOf.Is(route.Metadata, "GET") && ProblemsOf.Rights(route.Metadata) is not null
        from parameter in Parameters.Query(route.Metadata.GetMetadata<EndpointDefinition>()!.ReqDtoType)
        select (route, Parameters.NameOf(parameter));

    [TestCase("from=01.02.2032&to=2032-02-28", "from")]
    [TestCase("from=2032-2-1&to=2032-02-28", "from")]
    [TestCase("from=2032-02-01", "to")]
    public async Task A_date_is_never_guessed_and_a_missing_one_is_named(string range, string place)
    {
        var refused = (await app.As("accounting-1").Get("/ledger/accounts/1400/sheet?" + range)).Refused(400, "invalid-value");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo(place));
    }

    [TestCase("/ledger/entries?from=2019-03-01&to=2019-02-28", "to", "Must not be before from.")]
    [TestCase("/ledger/accounts/1400/sheet?from=2019-03-01&to=2019-02-28", "to", "Must not be before from.")]
    [TestCase("/ledger/entries?after=-1", "after", "The least value is 0.")]
    [TestCase("/audit-events/verify?from=0", "from", "The least value is 1.")]
    [TestCase("/audit-events/verify?from=2&to=1", "to", "Must not be before from.")]
    [TestCase("/audit-events/verify?from=1&to=99999999", "to", "The trail ends with event ")]
    [TestCase("/audit-events/verify?from=99999999", "from", "The trail ends with event ")]
    public async Task A_range_that_cannot_be_meant_is_refused_at_the_parameter(string path, string parameter, string message)
    {
        var refused = (await app.Person("query", ["auditor"], null).Get(path)).Refused(400, "validation-failed");
        var error = refused.Json.GetProperty("errors").EnumerateObject().Single();
        Assert.That((error.Name, error.Value.GetArrayLength()), Is.EqualTo((parameter, 1)));
        Assert.That(error.Value[0].GetString(), Does.StartWith(message));
    }

    [Test]
    public async Task Two_parameters_that_are_wrong_are_both_named()
    {
        var refused = (await app.As("auditor-1").Get("/ledger/accounts/1400/sheet?from=1.1.2019")).Refused(400, "invalid-value");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EquivalentTo(["from", "to"]));
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
    public async Task A_cursor_of_another_make_is_refused(string cursor)
    {
        var refused = (await Caseworker.Get($"/programmes?cursor={Uri.EscapeDataString(cursor)}")).Refused(400, "invalid-cursor");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("cursor"));
    }

    /// <summary>It would skip what the other list has before that number.</summary>
    [Test]
    public async Task A_cursor_of_another_list_is_refused()
    {
        var auditor = app.As("auditor-1");
        var offices = (await auditor.Get("/youth-offices?limit=1")).Succeeded()["nextCursor"];

        (await auditor.Get("/audit-events?cursor=" + offices)).Refused(400, "invalid-cursor");
        (await auditor.Get("/Youth-Offices/?limit=1&kind=county&cursor=" + offices)).Succeeded();
    }
}
