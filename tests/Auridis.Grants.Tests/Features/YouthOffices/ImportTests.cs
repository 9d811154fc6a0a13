using System.Globalization;
using System.Text;

namespace Auridis.Grants.Tests.Features.YouthOffices;

public sealed class ImportTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Header = "ags;name;kind;governmentDistrict;county;street;postalCode;town";

    [Test]
    public async Task All_offices_of_a_file_are_created()
    {
        var file = $"{Header}\r\n09161000;Ingolstadt;kreisfreie Stadt;Oberbayern;;Rathausplatz 2;85049;Ingolstadt\r\n"
            + "09171111;Altötting;municipality;Oberbayern;Kreis Altötting;;;\r\n";

        var imported = (await Import(file)).Succeeded();

        Assert.That((imported["rows"], imported["imported"]), Is.EqualTo(("2", "2")));
        var town = await Office("09161000");
        Assert.That((town["kind"], town["address.street"], town["address.postalCode"], town["address.town"], town.ETag),
            Is.EqualTo(("independent-city", "Rathausplatz 2", "85049", "Ingolstadt", "\"1\"")));
        var municipality = await Office("09171111");
        Assert.That((municipality["name"], municipality["county"], municipality["address"]),
            Is.EqualTo(("Altötting", "Kreis Altötting", "")));
    }

    [TestCase("utf-8", "\uFEFF", "\r\n", "09162000")]
    [TestCase("utf-8", "", "\n", "09163000")]
    [TestCase("windows-1252", "", "\r\n", "09261000")]
    public async Task A_file_is_taken_as_spreadsheets_write_it(string charset, string mark, string newLine, string ags)
    {
        var encoding = charset is "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var text = $"{mark}ags;kind;name;regierungsbezirk;county{newLine}{ags};kreisfreie Stadt;Größenwörth;Oberbayern;{newLine}";

        (await Import(encoding.GetBytes(text))).Succeeded();

        Assert.That((await Office(ags))["name"], Is.EqualTo("Größenwörth"));
    }

    [TestCase("text/csv; charset=windows-1252", 200)]
    [TestCase("text/csv; charset=\"UTF-8\"; header=present", 200)]
    [TestCase("text/csv; charset=utf-16", 415)]
    [TestCase("application/json", 415)]
    [TestCase("text/plain", 415)]
    public async Task The_type_says_CSV_in_a_charset_that_is_read(string type, int status)
    {
        var file = Encoding.UTF8.GetBytes($"{Header}\n09473000;Coburg;kreisfreie Stadt;B;;;;\n");

        Assert.That((int)(await Import(file, "?check=true", type)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_formula_is_a_text()
    {
        (await Import($"{Header}\n09262000;=HYPERLINK(1);kreisfreie Stadt;Niederbayern;;;;\n")).Succeeded();

        Assert.That((await Office("09262000"))["name"], Is.EqualTo("=HYPERLINK(1)"));
    }

    [Test]
    public async Task A_check_names_what_an_import_would_and_changes_nothing()
    {
        var good = $"{Header}\n09263000;Straubing;kreisfreie Stadt;Niederbayern;;;;\n";
        var before = await Stock();

        var checked_ = (await Import(good, "?check=true")).Succeeded();
        (await Import(good.Replace("09263000", "0926300", StringComparison.Ordinal), "?check=true")).Refused(400, "import-refused");

        Assert.That((checked_["rows"], checked_["imported"]), Is.EqualTo(("1", "0")));
        Assert.That(await Stock(), Is.EqualTo(before));
        (await Import(good, "?check=false")).Succeeded();
        Assert.That((await Stock()).Offices, Is.EqualTo(before.Offices + 1));
    }

    [Test]
    public async Task Every_wrong_row_is_named_with_line_and_column_and_nothing_is_imported()
    {
        var file = $"""
            {Header}
            09361000;Amberg;kreisfreie Stadt;Oberpfalz;;;;
            093620001;Regensburg;kreisfreie Stadt;Oberpfalz;;;;
            09361000;Amberg;kreisfreie Stadt;Oberpfalz;;;;
            09363000;Weiden;Stadt;Oberpfalz;;;;

            05512000;Bottrop;kreisfreie Stadt;Münster;;;;
            09364000;;kreisfreie Stadt;Oberpfalz;;Markt 1;9263;Weiden
            09371000;Amberg;Kreis;Oberpfalz
            09372001;Cham;Kreis;Oberpfalz;;;;
            """;
        var before = await Stock();

        var refused = (await Import(file)).Refused(400, "import-refused");

        Assert.That(Places(refused), Is.EqualTo("3:1 4:1 5:3 7:1 8:2 8:7 9:5 10:1"));
        Assert.That(refused["faultyRows"], Is.EqualTo("7"));
        Assert.That(await Stock(), Is.EqualTo(before));
    }

    [TestCase("", "1:1")]
    [TestCase("ags;name\n09361000;Amberg\n", "1:3 1:3 1:3")]
    [TestCase("ags;name;kind;governmentDistrict;county;iban\n", "1:6")]
    [TestCase("ags;name;kind;governmentDistrict;county\n09361000;\"Amberg;Kreis;Oberpfalz;\n", "2:2")]
    [TestCase("ags;name;kind;governmentDistrict;county\n09361000;Am\u202eberg;kreisfreie Stadt;Oberpfalz;\n", "2:2")]
    public async Task A_file_of_another_form_is_refused(string file, string places)
    {
        var before = await Stock();

        Assert.That(Places((await Import(file)).Refused(400, "import-refused")), Is.EqualTo(places));
        Assert.That(await Stock(), Is.EqualTo(before));
    }

    /// <summary>"Unicode text" of a spreadsheet is another format, and a name with a break, as Alt and Enter make it, no name.</summary>
    [Test]
    public async Task What_is_no_such_file_or_breaks_its_line_is_refused()
    {
        var row = $"{Header}\r\n09374000;Größe;kreisfreie Stadt;Oberpfalz;;;;\r\n";
        var before = await Stock();

        (await Import([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(row)])).Refused(400, "import-refused");
        var broken = row.Replace("Größe", "\"Größe;\nam Fluss\"", StringComparison.Ordinal) + "093750000;X;Kreis;Oberpfalz;;;;\r\n";
        Assert.That(Places((await Import(broken)).Refused(400, "import-refused")), Is.EqualTo("2:2 4:1"), "the lines of an editor");
        (await Import($"sep=;\r\n{row}")).Refused(400, "import-refused");

        Assert.That(await Stock(), Is.EqualTo(before));
    }

    [Test]
    public async Task Faults_are_told_in_the_language_of_the_request()
    {
        var refused = await Import(Encoding.UTF8.GetBytes(Header + "\n0551200;Bottrop;Kreis;Münster;;;;\n"), language: "de");

        Assert.That(refused.Refused(400, "import-refused").Json.GetProperty("faults")[0].GetProperty("message").GetString(),
            Is.EqualTo("Ein AGS hat 8 Ziffern und beginnt mit einem Land, 01 bis 16."));
        Assert.That(refused["detail"], Is.EqualTo("1 Zeilen der Datei sind fehlerhaft, und nichts wurde übernommen; siehe faults."));
    }

    [TestCase(5000, 200)]
    [TestCase(5001, 413)]
    [TestCase(100_000, 413)]
    public async Task A_file_has_at_most_5000_rows(int rows, int status)
    {
        var file = new StringBuilder("ags,name,kind,governmentDistrict,county\n");
        for (var row = 0; row < rows; row++)
            file.Append(CultureInfo.InvariantCulture, $"{10_000_001 + row + row / 999},Ort,municipality,B,Kreis\n");
        var before = await Stock();

        var answer = await Import(file.ToString(), "?check=true");

        Assert.That((int)answer.Status, Is.EqualTo(status), answer.Text);
        Assert.That(await Stock(), Is.EqualTo(before));
    }

    [Test]
    public async Task Two_imports_of_one_file_at_once_create_each_office_once()
    {
        var rows = Enumerable.Range(1, 40).Select(number => $"160520{number:00};Ort {number};municipality;Thüringen;Kreis {number};;;\n");
        var file = $"{Header}\n{string.Concat(rows)}";
        var before = await Stock();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Import(file)));

        Assert.That(answers.Where(answer => answer.Code is null).Select(answer => answer["imported"]), Is.EqualTo(["40"]));
        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => (answer.Code, answer["faultyRows"])),
            Is.All.EqualTo(("import-refused", "40")));
        Assert.That((await Stock()).Offices, Is.EqualTo(before.Offices + 40));
    }

    [Test]
    public async Task A_retry_with_its_key_imports_once()
    {
        var file = Encoding.UTF8.GetBytes($"{Header}\n09461000;Bamberg;kreisfreie Stadt;Oberfranken;;;;\n");

        var first = (await Import(file, key: "import-1")).Succeeded();
        var again = (await Import(file, key: "import-1")).Succeeded();

        Assert.That((again.Text, again.Headers["Idempotency-Replayed"]), Is.EqualTo((first.Text, "true")));
        (await Import([.. file, (byte)'\n'], key: "import-1")).Refused(422, "idempotency-key-reused");
        (await Import(file, "?check=true", key: "import-1")).Refused(422, "idempotency-key-reused");
    }

    [TestCase("?chek=true", "unknown-parameter")]
    [TestCase("?check=yes", "invalid-value")]
    public async Task A_query_that_is_misspelt_is_refused(string query, string code) =>
        (await Import(Header, query)).Refused(400, code);

    [Test]
    public async Task Only_reference_data_keepers_import() =>
        (await app.As("caseworker-1").PostFile("/youth-offices/import", Encoding.UTF8.GetBytes(Header), "text/csv"))
            .Refused(403, "forbidden");

    Task<Answer> Import(string file, string query = "") => Import(Encoding.UTF8.GetBytes(file), query);

    Task<Answer> Import(byte[] file, string query = "", string type = "text/csv", string? key = null, string? language = null) =>
        app.As("admin-1").PostFile("/youth-offices/import" + query, file, type, key, language);

    async Task<Answer> Office(string ags)
    {
        var found = (await app.As("admin-1").Get("/youth-offices?ags=" + ags)).Succeeded().Json.GetProperty("items")[0];
        return (await app.As("admin-1").Get($"/youth-offices/{found.GetProperty("id").GetString()}")).Succeeded();
    }

    static string Places(Answer refused) => string.Join(' ', refused.Json.GetProperty("faults").EnumerateArray()
        .Select(fault => $"{fault.GetProperty("line")}:{fault.GetProperty("column")}"));

    Task<(long Offices, long Events)> Stock() => app.Db.Read(
        async session => (
            await session.One<long>("select count(*) from YouthOffice"), await session.One<long>("select Seq from AuditHead")),
        CancellationToken.None);
}
