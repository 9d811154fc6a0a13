using Microsoft.Playwright;

namespace Auridis.Grants.BrowserTests;

/// <summary>The fields of an operation are filled from the answers that came before.</summary>
[TestFixture]
public sealed class FilledFieldsTests : BrowserTests
{
    [Test]
    public async Task Id_and_version_are_those_of_the_last_answer()
    {
        var swagger = await OpenSwagger();
        await swagger.SignInAs("caseworker-1");
        await (await swagger.Open("createProgramme")).Send();
        var edit = await swagger.Open("editProgramme");
        await Assertions.Expect(edit.Field("If-Match")).ToHaveValueAsync("\"1\"");

        Assert.That((await edit.Send()).Status, Is.EqualTo(200));

        await Assertions.Expect(edit.Field("If-Match")).ToHaveValueAsync("\"2\"");
        await Assertions.Expect((await swagger.Open("deleteProgramme")).Field("If-Match")).ToHaveValueAsync("\"2\"");
    }

    [Test]
    public async Task What_was_typed_stays()
    {
        var swagger = await OpenSwagger();
        await swagger.SignInAs("caseworker-1");
        var open = await swagger.Open("openProgramme");
        await open.Field("If-Match").FillAsync("\"7\"");

        await (await swagger.Open("listProgrammes")).Send();

        await Assertions.Expect(open.Field("id")).Not.ToHaveValueAsync("");
        await Assertions.Expect(open.Field("If-Match")).ToHaveValueAsync("\"7\"");
    }

    /// <summary>The version of one resource is never sent with the id of another.</summary>
    [Test]
    public async Task Another_id_takes_the_version_with_it()
    {
        var swagger = await OpenSwagger();
        await swagger.SignInAs("caseworker-1");
        await (await swagger.Open("listProgrammes")).Send();
        var open = await swagger.Open("openProgramme");
        await Assertions.Expect(open.Field("If-Match")).ToHaveValueAsync("\"1\"");

        await open.Field("id").FillAsync("01926f3a-5c00-7000-8000-000000000001");

        await Assertions.Expect(open.Field("If-Match")).ToHaveValueAsync("");
    }

    [Test]
    public async Task Who_takes_a_place_is_another_one_than_who_has_it()
    {
        var swagger = await OpenSwagger();
        await swagger.SignInAs("applicant-05512000");
        await (await swagger.Open("listYouthOffices")).Send();
        var add = await swagger.Open("addContact");
        Assert.That((await add.Send()).Status, Is.EqualTo(201));
        Assert.That((await add.Send()).Status, Is.EqualTo(201));

        Assert.That((await (await swagger.Open("replaceContact")).Send()).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_file_of_an_import_is_its_example()
    {
        var swagger = await OpenSwagger();
        await swagger.SignInAs("admin-1");

        var (status, text) = await (await swagger.Open("importYouthOffices")).Send();

        Assert.That(status, Is.EqualTo(200), text);
        Assert.That(text, Does.Contain("\"imported\": 2"));
    }

    [Test]
    public async Task A_required_key_lasts_until_it_has_its_effect()
    {
        var swagger = await OpenSwagger();
        var create = await swagger.Open("createExportRun");
        var first = await create.Field("Idempotency-Key").InputValueAsync();
        Assert.That(first, Does.Match("^[0-9a-f]{32}$"));

        Assert.That((await create.Send()).Status, Is.EqualTo(401));
        await Assertions.Expect(create.Field("Idempotency-Key")).ToHaveValueAsync(first);

        await swagger.SignInAsMachine();
        Assert.That((await create.Send()).Status, Is.EqualTo(201));
        await Assertions.Expect(create.Field("Idempotency-Key")).Not.ToHaveValueAsync(first);
    }
}
