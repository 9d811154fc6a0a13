using Auridis.Grants.Api.Features.Letters;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>The letter to who is to mend an application: what, and by when.</summary>
static class ReturnLetter
{
    public static LetterText Of(Application application, Mending mending) => new(
        $"Ihr Antrag {application.Reference}: Nachbesserung bis zum {Day(mending.MendBy)}",
        new("Was zu tun ist", $"""
            <p>Ihr Antrag {Text(application.Reference!)} kann noch nicht geprüft werden. Bitte bessern Sie die folgenden Punkte nach, und
            reichen Sie ihn bis zum Ablauf des <strong>{Day(mending.MendBy)}</strong> erneut ein. Anderes darf sich nicht ändern.</p>
            """),
        new("Punkte", Table("Was nachzubessern ist", ["Stelle des Antrags", "Punkt"],
            mending.Points.Select(point => (string[])
                [$"{Text(PartOf(point.Pointer))} (<code>{Text(point.Pointer)}</code>)", Prose(point.Text)]))),
        new("Nach der Frist", "<p>Ein Antrag, der bis dahin nicht erneut eingereicht ist, wird nicht weiter geprüft.</p>"));

    /// <summary>The part of the application in which the pointer stands, as its form and its print name it.</summary>
    static string PartOf(string pointer) => pointer.Split('/')[1] switch
    {
        "title" => "Titel",
        "summary" => "Zusammenfassung",
        "startingPosition" => "Ausgangslage",
        "goals" => "Ziele",
        "targetArea" => "Zielgebiet",
        "children" => "Kinder im Zielgebiet",
        "partners" => "Netzwerk",
        "steering" => "Steuerung",
        "politicalBacking" => "Politische Unterstützung",
        "staff" => "Personal",
        "milestones" => "Meilensteine",
        "financePlan" => "Finanzierungsplan",
        "attachments" => "Anlagen",
        var other => other,
    };
}
