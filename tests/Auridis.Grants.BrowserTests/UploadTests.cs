using Microsoft.Playwright;

namespace Auridis.Grants.BrowserTests;

/// <summary>A file is sent from Swagger UI.</summary>
[TestFixture]
public sealed class UploadTests : BrowserTests
{
    /// <summary>A file has no version of its own: it is changed with that of what it belongs to.</summary>
    [Test]
    public async Task A_file_is_added_and_taken_off_with_the_version_of_its_application()
    {
        var swagger = await OpenSwagger();
        await swagger.SignInAs("caseworker-1");
        await (await swagger.Open("createProgramme")).Send();
        await (await swagger.Open("openProgramme")).Send();
        await swagger.SignInAs("applicant-05512000");
        await (await swagger.Open("createApplication")).Send();
        var add = await swagger.Open("addAttachment");
        await add.ChooseFile();

        var (status, text) = await add.Send();

        Assert.That(status, Is.EqualTo(201), text);
        var delete = await swagger.Open("deleteAttachment");
        await Assertions.Expect(delete.Field("If-Match")).ToHaveValueAsync("\"2\"");
        Assert.That((await delete.Send()).Status, Is.EqualTo(200));
    }
}
