using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>Bodies that are not JSON, have another shape, or break a rule.</summary>
public sealed class BadBodyTests(DatabaseKind kind) : BadInputFixture(kind)
{
    /// <summary>A right request, spoilt in one place.</summary>
    [TestCase("terms.capPerSite", """{"amount":"100.001","currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"100","currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"100,00","currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"1e5","currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":100.00,"currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"100.00","currency":"USD"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"100.00"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"100.00","currency":"EUR","cents":1}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", "100.00", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", "null", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"1000000000.00","currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"99999999999999999999999999.00","currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"-1.00","currency":"EUR"}""", "validation-failed", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"0.00","currency":"EUR"}""", "validation-failed", "/terms/capPerSite")]
    [TestCase("terms.title", "null", "invalid-value", "/terms/title")]
    [TestCase("terms.title", "7", "invalid-value", "/terms/title")]
    [TestCase("terms.title", "\"\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"   \"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"a\\u0000b\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"a\\u001bb\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"a\\nb\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"a\\ud800b\"", "invalid-value", "/terms/title")]
    [TestCase("terms.title", "\"a\\u202eb\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"a\\u200bb\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"a\\u2028b\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"\\u0301\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"\\u3164\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"\\u115f \\u1160\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"\\u2800\\u2800\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"\\ue000\\uf8ff\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"\\udb80\\udc00\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"\\u00a0\\u3000\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"a\\ufffeb\"", "validation-failed", "/terms/title")]
    [TestCase("terms.areaPrefixes", "[\"05\",\"\\udc00\"]", "invalid-value", "/terms/areaPrefixes/1")]
    [TestCase("terms.title", "[\"a\"]", "invalid-value", "/terms/title")]
    [TestCase("terms.siteLimit", "\"12\"", "invalid-value", "/terms/siteLimit")]
    [TestCase("terms.siteLimit", "12.5", "invalid-value", "/terms/siteLimit")]
    [TestCase("terms.siteLimit", "99999999999999999999", "invalid-value", "/terms/siteLimit")]
    [TestCase("terms.siteLimit", "-1", "validation-failed", "/terms/siteLimit")]
    [TestCase("terms.opensOn", "\"26.09.2018\"", "invalid-value", "/terms/opensOn")]
    [TestCase("terms.opensOn", "\"2018-02-30\"", "invalid-value", "/terms/opensOn")]
    [TestCase("terms.opensOn", "20180926", "invalid-value", "/terms/opensOn")]
    [TestCase("terms.categories", "null", "invalid-value", "/terms/categories")]
    [TestCase("terms.categories", "{}", "invalid-value", "/terms/categories")]
    [TestCase("terms.categories", """[{"code":"personnel","title":5}]""", "invalid-value", "/terms/categories/0/title")]
    [TestCase("terms.categories", """[{"code":"personnel","titel":"x"}]""", "unknown-field", "/terms/categories/0/titel")]
    [TestCase("terms.categories", """[{"code":"personnel"}]""", "missing-field", "/terms/categories/0/title")]
    [TestCase("terms.categories", "[]", "validation-failed", "/terms/categories")]
    [TestCase("terms.categories", """[{"code":"Personnel","title":"x"}]""", "validation-failed", "/terms/categories/0/code")]
    [TestCase("terms", "null", "invalid-value", "/terms")]
    [TestCase("terms", "[]", "invalid-value", "/terms")]
    [TestCase("code", "\"lower case\"", "validation-failed", "/code")]
    [TestCase("Code", "\"X\"", "unknown-field", "/Code")]
    [TestCase("id", "\"00000000-0000-0000-0000-000000000000\"", "unknown-field", "/id")]
    [TestCase("", "1", "unknown-field", "/")]
    [TestCase("a/b~c", "1", "unknown-field", "/a~1b~0c")]
    [TestCase("it's [0]", "1", "unknown-field", "/it's [0]")]
    [TestCase("terms.", "1", "unknown-field", "/terms/")]
    [TestCase("terms.capPerSite", """[[[{"a":1}]]]""", "invalid-value", "/terms/capPerSite")]
    public async Task A_wrong_value_is_named_by_its_place(string path, string json, string code, string place)
    {
        var refused = (await Caseworker.Post("/programmes", Spoilt(path, json))).Refused(400, code);
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo([place]), refused.Text);
        Assert.That(refused.Text, Does.Not.Contain("System.").And.Not.Contain("Auridis.Grants"));
    }

    [Test]
    public async Task Missing_fields_are_named_one_by_one()
    {
        var refused = (await Caseworker.Post("/programmes", "{}")).Refused(400, "missing-field");
        Assert.That(Places(refused), Is.EquivalentTo(["/code", "/terms"]));
    }

    /// <summary>The reader itself names as many as fit into a line of text, and only of the first place where some are missing.</summary>
    [Test]
    public async Task All_missing_fields_are_named_wherever_they_are_missing()
    {
        var terms = typeof(ProgrammeTerms).GetConstructors().Single(made => made.GetParameters().Length > 1).GetParameters()
            .Where(term => !term.HasDefaultValue)
            .Select(term => "/terms/" + JsonNamingPolicy.CamelCase.ConvertName(term.Name!))
            .Except(["/terms/categories", "/terms/checks"], StringComparer.Ordinal)
            .ToList();

        var refused = (await Caseworker.Post(
            "/programmes", """{"terms":{"categories":[{},{"code":"a","title":"b"},{"code":"c"}],"checks":[]}}"""))
            .Refused(400, "missing-field");

        Assert.That(Places(refused), Is.EquivalentTo(
            (string[])["/code", .. terms, "/terms/categories/0/code", "/terms/categories/0/title", "/terms/categories/2/title"]));
        Assert.That(terms, Has.Count.GreaterThan(20));
    }

    [Test]
    public async Task All_unknown_fields_are_named_before_what_is_missing()
    {
        var refused = (await Caseworker.Post("/programmes", """{"colour":1,"terms":{"titel":"x","categories":[{"kode":7}]},"Code":2}"""))
            .Refused(400, "unknown-field");

        Assert.That(Places(refused), Is.EquivalentTo(["/colour", "/terms/titel", "/terms/categories/0/kode", "/Code"]));
    }

    [Test]
    public async Task Of_a_million_faults_a_thousand_are_named()
    {
        var items = string.Join(',', Enumerable.Repeat("{}", 100_000));

        var refused = (await Caseworker.Post("/programmes", """{"terms":{"categories":[""" + items + "]}}")).Refused(400, "missing-field");

        Assert.That(Places(refused).Count(), Is.EqualTo(1000));
    }

    [Test]
    public async Task A_field_that_stands_twice_is_refused_at_its_place()
    {
        var twice = """{"code":"SECOND",""" + Spoilt("code", "\"FIRST\"")[1..];
        var refused = (await Caseworker.Post("/programmes", twice)).Refused(400, "invalid-value");
        Assert.That(refused["errors"], Is.EqualTo("""{"/code":["This field occurs twice."]}"""));
    }

    /// <summary>Counted as the document counts: a character is a code point, and an umlaut is one, however it is sent.</summary>
    [TestCase("ä")]
    [TestCase("a\u0308")]
    [TestCase("𝒳")]
    public async Task Over_long_text_is_refused_with_the_length_that_fits(string character)
    {
        var refused = (await Caseworker.Post("/programmes", Spoilt("terms.title", $"\"{Repeated(character, 201)}\"")))
            .Refused(400, "validation-failed");
        var error = refused.Json.GetProperty("errors").EnumerateObject().Single();
        Assert.That((error.Name, error.Value.EnumerateArray().Single().GetString()),
            Is.EqualTo(("/terms/title", "At most 200 characters; this text has 201.")));
    }

    /// <summary>Nobody finds by eye what cannot be seen: the character is named, its place and the reason.</summary>
    [TestCase("a\\u0000b", "U+0000 at position 2 is not allowed: it is a control character.",
        "U+0000 an Position 2 ist nicht erlaubt: es ist ein Steuerzeichen.")]
    [TestCase("ab\\nc", "U+000A at position 3 is not allowed: the text has one line.",
        "U+000A an Position 3 ist nicht erlaubt: der Text hat eine Zeile.")]
    [TestCase("a\\u2029b", "U+2029 at position 2 is not allowed: the text has one line.",
        "U+2029 an Position 2 ist nicht erlaubt: der Text hat eine Zeile.")]
    [TestCase("\\ud83d\\ude00\\u202eb", "U+202E at position 2 is not allowed: it turns the direction of writing.",
        "U+202E an Position 2 ist nicht erlaubt: es dreht die Schreibrichtung um.")]
    [TestCase("Bu\\u0308ro\\u00adservice", "U+00AD at position 5 is not allowed: it is invisible.",
        "U+00AD an Position 5 ist nicht erlaubt: es ist unsichtbar.")]
    [TestCase("a\\udb40\\udc41", "U+E0041 at position 2 is not allowed: it is invisible.",
        "U+E0041 an Position 2 ist nicht erlaubt: es ist unsichtbar.")]
    [TestCase("a\\uffff", "U+FFFF at position 2 is not allowed: Unicode gives it to no character.",
        "U+FFFF an Position 2 ist nicht erlaubt: Unicode vergibt es an kein Zeichen.")]
    public Task A_character_that_is_refused_is_named_with_its_place(string text, string english, string german) =>
        IsTold("/programmes", Spoilt("terms.title", $"\"{text}\""), "/terms/title", english, german);

    [TestCase("a\\ud800b", "U+D800 at position 2 is half a character: the other surrogate is missing.",
        "U+D800 an Position 2 ist ein halbes Zeichen: das andere Surrogat fehlt.")]
    [TestCase("\\ud83d\\ude00\\n\\ude00", "U+DE00 at position 3 is half a character: the other surrogate is missing.",
        "U+DE00 an Position 3 ist ein halbes Zeichen: das andere Surrogat fehlt.")]
    [TestCase("ä\\ud800\\ud83d\\ude00", "U+D800 at position 2 is half a character: the other surrogate is missing.",
        "U+D800 an Position 2 ist ein halbes Zeichen: das andere Surrogat fehlt.")]
    public Task Half_a_character_is_named_with_its_place(string text, string english, string german) =>
        IsTold("/programmes", Spoilt("terms.title", $"\"{text}\""), "/terms/title", english, german, "invalid-value");

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{")]
    [TestCase("{\"code\":")]
    [TestCase("{\"code\":\"A\",}")]
    [TestCase("{'code':'A'}")]
    [TestCase("{\"code\":\"A\" /* comment */}")]
    [TestCase("not json")]
    public async Task What_is_no_json_is_malformed(string body) =>
        (await Caseworker.Post("/programmes", body)).Refused(400, "malformed-json");

    [Test]
    public async Task What_follows_the_document_is_malformed() =>
        (await Caseworker.Post("/programmes", Spoilt("code", "\"TWO\"") + " {}")).Refused(400, "malformed-json");

    [TestCase("[]")]
    [TestCase("7")]
    [TestCase("\"text\"")]
    public async Task What_is_no_object_has_the_wrong_type(string body)
    {
        var refused = (await Caseworker.Post("/programmes", body)).Refused(400, "invalid-value");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.Empty);
    }

    /// <summary>At whatever place: the reader would go through all of it before it says what else is wrong.</summary>
    [TestCase("""{"terms":""", 64)]
    [TestCase("""{"x":""", 64)]
    [TestCase("[", 64)]
    [TestCase("""{"terms":""", 10_000)]
    public async Task What_is_nested_too_deeply_is_told_so(string opening, int levels)
    {
        var body = string.Concat(Enumerable.Repeat(opening, levels)) + "[1]";
        var place = FormattableString.Invariant($"{(opening.Length * 64) + 1}");

        var english = (await Caseworker.Post("/programmes", body, language: "en")).Refused(400, "malformed-json");
        var german = (await Caseworker.Post("/programmes", body, language: "de")).Refused(400, "malformed-json");

        Assert.That(english["detail"], Does.Contain($"nested deeper than 64 levels at line 1, byte {place}."));
        Assert.That(german["detail"], Does.Contain($"in Zeile 1, Byte {place} tiefer als 64 Ebenen verschachtelt."));
    }

    [Test]
    public async Task A_syntax_error_at_the_deepest_level_is_a_syntax_error()
    {
        var body = string.Concat(Enumerable.Repeat("[", 64)) + "x";
        var refused = (await Caseworker.Post("/programmes", body)).Refused(400, "malformed-json");
        Assert.That(refused["reason"], Is.EqualTo("syntax error at line 1, byte 65"));
    }

    [TestCase("{\"\\ud800\":1}")]
    [TestCase("{\"code\":\"A\",\"terms\":{\"\\udc00\":1}}")]
    public async Task A_name_that_is_no_text_is_malformed(string body) =>
        Assert.That((await Caseworker.Post("/programmes", body)).Refused(400, "malformed-json")["reason"], Is.EqualTo("it is not text"));

    /// <summary>Editors of some systems write one before the text.</summary>
    [Test]
    public async Task A_byte_order_mark_before_the_body_is_passed_over()
    {
        using var content = new ByteArrayContent([.. Encoding.UTF8.Preamble, .. "{}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await Caseworker.Http.PostAsync("/programmes", content);
        await Refused(response, 400, "missing-field");
    }

    [Test]
    public async Task A_syntax_error_is_told_in_both_languages_with_its_position()
    {
        var english = (await Caseworker.Post("/programmes", "{\"code\":\"A\",}", language: "en")).Refused(400, "malformed-json");
        var german = (await Caseworker.Post("/programmes", "{\"code\":\"A\",}", language: "de-DE,de;q=0.9,en;q=0.5"))
            .Refused(400, "malformed-json");
        Assert.Multiple(() =>
        {
            Assert.That(english["detail"], Does.Contain("line 1, byte 13"));
            Assert.That(german["detail"], Does.Contain("Zeile 1, Byte 13"));
            Assert.That((english["title"], german["title"]), Is.EqualTo(("Malformed JSON", "Fehlerhaftes JSON")));
        });
    }

    [TestCase("en", "greater than 0.00")]
    [TestCase("de", "größer als 0,00")]
    public async Task A_rule_is_told_in_the_language_of_the_request(string language, string text)
    {
        var refused = (await Caseworker.Post("/programmes", Spoilt("terms.budget", """{"amount":"0.00","currency":"EUR"}"""),
            language: language)).Refused(400, "validation-failed");
        Assert.That(refused.Json.GetProperty("errors").GetProperty("/terms/budget")[0].GetString(), Does.Contain(text));
    }

    [TestCase("terms.closesOn", "\"2018-09-25\"", "/terms/closesOn", "2018-09-26")]
    [TestCase("terms.fundingStartsOn", "\"2018-11-30\"", "/terms/fundingStartsOn", "2018-11-30")]
    [TestCase("terms.fundingEndsOn", "\"2018-12-31\"", "/terms/fundingEndsOn", "2019-01-01")]
    public async Task A_day_that_bounds_another_is_written_as_the_caller_writes_days(string path, string json, string place, string bound)
    {
        foreach (var language in (string[])["en", "de"])
        {
            var refused = (await Caseworker.Post("/programmes", Spoilt(path, json), language: language)).Refused(400, "validation-failed");
            Assert.That(refused.Json.GetProperty("errors").GetProperty(place)[0].GetString(), Does.Contain(bound));
        }
    }

    [TestCase("terms.lotCommitment", "\"ABC\"", "/terms/lotCommitment", "A SHA-256 has 64 hexadecimal digits in lower case.",
        "Ein SHA-256 hat 64 hexadezimale Ziffern in Kleinschreibung.")]
    [TestCase("terms.areaPrefixes", "[\"5\"]", "/terms/areaPrefixes/0", "An area prefix has 2 to 8 digits.",
        "Ein Gebietspräfix hat 2 bis 8 Ziffern.")]
    [TestCase("code", "\"2018 A\"", "/code",
        "A programme's code has capital letters, digits and, between them, hyphens: up to 20 characters.",
        "Der Code eines Programms hat Großbuchstaben, Ziffern und dazwischen Bindestriche: bis zu 20 Zeichen.")]
    public Task The_format_of_a_programme_s_texts_is_told(string path, string json, string place, string english, string german) =>
        IsTold("/programmes", Spoilt(path, json), place, english, german);

    [TestCase("youth-offices/{0}/bank-accounts", """{"iban":"DE89370400440532013000","holder":"Stadtkasse","bic":"COBADEF"}""", "/bic",
        "A BIC has 8 or 11 capital letters and digits; the fifth and sixth are letters, the country.",
        "Eine BIC hat 8 oder 11 Großbuchstaben und Ziffern; die fünfte und sechste Stelle sind Buchstaben, das Land.")]
    [TestCase("applications/{0}/reviews", """{"subject":"reviewer-1","issuer":"https://id.example.org#1"}""", "/issuer",
        "An issuer must not contain a #.", "Ein Aussteller enthält kein #.")]
    public Task The_format_of_other_texts_is_told_as_well(string path, string body, string place, string english, string german) =>
        IsTold("/" + string.Format(CultureInfo.InvariantCulture, path, Guid.Empty), body, place, english, german);

    /// <summary>The reason is the real one: what a person must look at to find the slip.</summary>
    [TestCase("DE8937040044053201300", "An IBAN of DE has 22 characters without blanks; this one has 21.",
        "Eine IBAN aus DE hat 22 Zeichen ohne Leerzeichen; diese hat 21.")]
    [TestCase("de89 3704 0044 0532 0130 000", "An IBAN of DE has 22 characters without blanks; this one has 23.",
        "Eine IBAN aus DE hat 22 Zeichen ohne Leerzeichen; diese hat 23.")]
    [TestCase("DE88370400440532013000", "The check digits do not fit: a character is wrong, or two have changed places.",
        "Die Prüfziffern passen nicht: Ein Zeichen ist falsch, oder zwei sind vertauscht.")]
    [TestCase("XX89370400440532013000", "No country has IBANs that begin with XX.", "Kein Land hat IBANs, die mit XX beginnen.")]
    [TestCase("TR330006100519786457841326", "TR is outside SEPA; payments go to accounts within SEPA only.",
        "TR liegt außerhalb von SEPA; gezahlt wird nur auf Konten innerhalb von SEPA.")]
    [TestCase("DE89-3704-0044-0532-0130-00", "An IBAN has letters from A to Z, digits and blanks; U+002D at position 5 is none of them.",
        "Eine IBAN hat Buchstaben von A bis Z, Ziffern und Leerzeichen; U+002D an Position 5 gehört nicht dazu.")]
    [TestCase("DE89\\u200b370400440532013000",
        "An IBAN has letters from A to Z, digits and blanks; U+200B at position 5 is none of them.",
        "Eine IBAN hat Buchstaben von A bis Z, Ziffern und Leerzeichen; U+200B an Position 5 gehört nicht dazu.")]
    [TestCase("370400440532013000", "An IBAN begins with the two letters of its country and two check digits.",
        "Eine IBAN beginnt mit den zwei Buchstaben ihres Landes und zwei Prüfziffern.")]
    [TestCase("", "An IBAN begins with the two letters of its country and two check digits.",
        "Eine IBAN beginnt mit den zwei Buchstaben ihres Landes und zwei Prüfziffern.")]
    public Task What_is_wrong_with_an_IBAN_is_told(string iban, string english, string german) => IsTold(
        $"/youth-offices/{Guid.Empty}/bank-accounts", $$"""{"iban":"{{iban}}","holder":"Stadtkasse"}""", "/iban", english, german);

    const string Id = "018f0000-0000-7000-8000-000000000001";
    const string Euro = """{"amount":"1.00","currency":"EUR"}""";
    const string Receipt =
        $$"""{"number":"R-1","paidOn":"2019-06-03","payee":"A","purpose":"B","category":"other","amount":{{Euro}}}""";
    const string Finding = $$"""{"receiptId":"{{Id}}","recognised":{{Euro}},"reason":null}""";
    const string Waiting = $$"""{"applicationId":"{{Id}}","decision":"waitlist"}""";

    /// <summary>Of a resource that there is not: what is wrong with a body by itself is told first.</summary>
    [TestCase("applicant-05512000", "/spending-reports/{0}/receipts", $$"""{"receipts":[{{Receipt}},{{Receipt}}]}""",
        "/receipts/1/number")]
    [TestCase("applicant-05512000", "/spending-reports/{0}/receipts", """{"receipts":[]}""", "/receipts")]
    [TestCase("finance-1", "/spending-reports/{0}/findings", $$"""{"findings":[{{Finding}},{{Finding}}]}""", "/findings")]
    [TestCase("finance-1", "/spending-reports/{0}/findings", $$"""{"findings":[{{Finding}}],"takenBack":["{{Id}}"]}""", "/takenBack")]
    [TestCase("decider-1", "/selections/{0}/decisions", """{"decisions":[]}""", "/decisions")]
    [TestCase("decider-1", "/selections/{0}/decisions", $$"""{"decisions":[{{Waiting}},{{Waiting}}]}""", "/decisions")]
    [TestCase("decider-1", "/selections/{0}/decisions", $$"""{"decisions":[{{Waiting}}],"leftOut":["{{Id}}"]}""", "/leftOut")]
    [TestCase("decider-1", "/programmes/{0}/selections", """{"decisions":[{"applicationId":"{0}","decision":"select"}]}""",
        "/decisions/0/amount")]
    [TestCase("accounting-1", "/export-runs", """{"format":"csv","postedFrom":"2019-03-01","postedTo":"2019-02-28"}""", "/postedTo")]
    public async Task What_parts_of_a_body_are_to_each_other_is_told_at_its_place(string person, string path, string body, string place)
    {
        var refused = (await app.As(person).Post(
            path.Replace("{0}", Id, StringComparison.Ordinal), body.Replace("{0}", Id, StringComparison.Ordinal), "\"1\"", "bad-parts"))
            .Refused(400, "validation-failed");
        Assert.That(Places(refused), Is.EqualTo([place]));
    }

    async Task IsTold(string path, string body, string place, string english, string german, string code = "validation-failed")
    {
        foreach (var (language, text) in new[] { ("en", english), ("de", german) })
        {
            var refused = (await Caseworker.Post(path, body, language: language)).Refused(400, code);
            Assert.That(refused.Json.GetProperty("errors").GetProperty(place).EnumerateArray().Select(error => error.GetString()),
                Is.EqualTo([text]));
        }
    }

    [TestCase("\"2018-10-01\"")]
    [TestCase("\"2018-10-01T10:00:00\"")]
    [TestCase("\"yesterday\"")]
    [TestCase("1538388000")]
    [TestCase("null")]
    public async Task A_time_has_a_zone(string time)
    {
        var refused = (await Caseworker.Put("/clock", $$"""{"now":{{time}}}""")).Refused(400, "invalid-value");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("/now"));
    }

    [TestCase("1618-05-23T10:00:00Z")]
    [TestCase("0001-01-01T00:00:00Z")]
    [TestCase("9999-12-31T23:59:59Z")]
    public async Task A_time_outside_the_centuries_is_refused(string time)
    {
        var refused = (await Caseworker.Put("/clock", new { now = time })).Refused(400, "validation-failed");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("/now"));
    }

    [Test]
    public async Task No_body_at_all_is_refused()
    {
        using var response = await Caseworker.Http.PostAsync("/programmes", null);
        await Refused(response, 400, "malformed-json");
    }

    [Test]
    public async Task Bytes_that_are_no_text_are_an_invalid_value()
    {
        var body = Encoding.Latin1.GetBytes(Spoilt("code", "\"\u00ff\u00fe\""));
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await Caseworker.Http.PostAsync("/programmes", content);
        await Refused(response, 400, "invalid-value");
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("The byte 0xFF at position 1 is not UTF-8."));
    }

    [Test]
    public async Task A_body_of_20_MB_is_too_large([Values] bool chunked)
    {
        await using var server = await GrantsApp.Listen(Kind);
        using var connection = new TcpClient();
        await connection.ConnectAsync(server.Address.Host, server.Address.Port);
        var token = server.Services.GetRequiredService<DevelopmentIssuer>().TokenFor(DemoPersons.Find("caseworker-1")!);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /programmes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
            + (chunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: 20000000\r\n\r\n")));

        // The server answers as soon as it knows, and need not read the rest: both go on at once.
        var answer = ReadAnswer(stream);
        try
        {
            await stream.WriteAsync(chunked ? Encoding.ASCII.GetBytes("1312d00\r\n{\"code\":\"") : "{\"code\":\""u8.ToArray());
            var piece = Enumerable.Repeat((byte)'A', 64 * 1024).ToArray();
            for (var sent = 0; sent < 19_900_000 && !answer.IsCompleted; sent += piece.Length)
                await stream.WriteAsync(piece);
        }
        catch (IOException)
        {
            // It has hung up on the rest.
        }
        var text = await answer;
        Assert.That(text, Does.StartWith("HTTP/1.1 413 ").And.Contain("application/problem+json")
            .And.Contain("\"code\":\"content-too-large\""));
    }

    static IEnumerable<string> Places(Answer refused) => refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name);

    static async Task<string> ReadAnswer(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (!text.ToString().Contains("\"code\"", StringComparison.Ordinal) && await stream.ReadAsync(buffer) is var count and > 0)
                text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }
        catch (IOException)
        {
            // What has come until then is the answer.
        }
        return text.ToString();
    }

    static string Repeated(string character, int count) => string.Concat(Enumerable.Repeat(character, count));
}
