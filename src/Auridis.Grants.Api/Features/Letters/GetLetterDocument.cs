using FastEndpoints;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>Shows what a letter says, as a page to read and to print.</summary>
/// <remarks>
/// In German, as plain HTML without scripts, with headings, and with tables that a screen reader follows; frozen: the SHA-256 of its bytes
/// is that of the letter. Its office sees it once it was dispatched, and in the portal this read counts, see getLetter.
/// </remarks>
sealed class GetLetterDocument(CurrentUser user, BusinessClock clock) : Slice<EmptyRequest, FoundPage>
{
    public override void Configure()
    {
        Get("/letters/{id:guid}/document");
        Policies(Can.ReadLetters);
        Refuses(Problems.NotFound);
    }

    protected override async Task<FoundPage> Answer(EmptyRequest request, CancellationToken cancel)
    {
        if (await LetterReading.Read(HttpContext, Db, Id, user, clock.Today) is not { } letter)
            return FoundPage.Refuse(Problems.NotFound);
        var content = await Db.Read(session => session.One<string>(Content, new { letter.Id }), cancel);
        return new FoundPage(LetterDocument.Language, content, letter.Sha256);
    }

    const string Content = "select Content from LetterDocument where LetterId = @Id";
}
