using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Notes;

sealed class NoteExamples : IExamples
{
    static readonly AddNote.Request New = new(
        $"/applications/{ApplicationExamples.Id}", NoteKind.Discussion,
        "Both reviewers have gone through the finance plan together. They keep their scores, and agree that the need is beyond doubt.");

    static readonly Reasoned Strike = new("Noted on the wrong application.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListNotes>(Example.Page(Written)),
        Example.Of<AddNote>(Written, New),
        Example.Of<GetNote>(Written),
        Example.Of<StrikeNote>(
            Written with { Version = 2, Status = NoteStatus.Struck, StruckBy = Written.Author, StrikeReason = Strike.Reason }, Strike),
    ];

    static Note Written => new()
    {
        Id = Example.Id(34),
        Version = 1,
        Resource = New.Resource,
        Kind = New.Kind,
        Text = New.Text,
        Status = NoteStatus.Written,
        Author = Example.Person("caseworker-1"),
        WrittenOn = new DateOnly(2018, 12, 11),
        CreatedAt = Example.At(2018, 12, 11),
        UpdatedAt = Example.At(2018, 12, 11),
    };
}
