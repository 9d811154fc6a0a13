using System.Text.Json;

namespace Auridis.Grants.Tests.Features.Applications;

/// <summary>An office that adds files to its drafts.</summary>
public abstract class AttachmentFixture(DatabaseKind kind) : ApiTests(kind)
{
    private protected const string Bottrop = "05512000";

    static int codes;

    [SetUp]
    public Task In_the_window() => app.ItIs("2018-10-15");

    private protected GrantsClient Office => app.Applicant(Bottrop);

    private protected async Task<Answer> Draft() =>
        await app.Draft(await app.OpenProgramme($"FILES-{Interlocked.Increment(ref codes)}"), Bottrop);

    private protected static async Task<List<JsonElement>> Attachments(GrantsClient reader, Answer application) =>
        [.. (await reader.Get(application.Path() + "/attachments")).Succeeded().Json.GetProperty("items").EnumerateArray()];
}
