using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// The letter to whose programme was cancelled while their application was open: submitted, to be mended, or eligible. A draft is nobody's
/// but its office's, and what was decided before has its letter.
/// </summary>
static class CancellationLetter
{
    /// <summary>One for each, in the transaction that has cancelled the programme. The caller holds its applications.</summary>
    /// <returns>How many there are.</returns>
    public static async Task<int> SendAll(Tx tx, Programme programme, DateOnly today)
    {
        var open = await tx.All<Open>(SelectOpen, new { programme.Id });
        foreach (var application in open)
        {
            await Letter.Create(
                tx, LetterKind.Cancellation, application.Id, programme.Terms, Of(application.Reference, programme), today);
        }
        return open.Count;
    }

    static LetterText Of(string reference, Programme programme) => new(
        $"Ihr Antrag {reference}: Das Programm ist beendet",
        new("Entscheidung", $"""
            <p>Das Programm „{Text(programme.Terms.Title)}“ wird ohne Auswahl beendet. Über Ihren Antrag {Text(reference)} wird nicht mehr
            entschieden; eine Zuwendung erhalten Sie nicht.</p>
            """),
        new("Begründung", Prose(programme.CancelReason!)),
        new("Rechtsgrundlage", $"<p>{Text(LegalWording.Of(programme.Terms.LegalForm).Decision)}</p>"));

    const string SelectOpen = """
        select Id, Reference from Application
        where ProgrammeId = @Id and Status in ('submitted', 'returned', 'eligible')
        order by Seq
        """;

    sealed record Open
    {
        public required Guid Id { get; init; }
        public required string Reference { get; init; }
    }
}
