using System.Globalization;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// A submitted version as a German page: a heading for each part, and for each table a caption and the headers of its rows and columns.
/// </summary>
/// <param name="Reference">The reference of the application.</param>
sealed record ApplicationPrint(string Reference, Programme Programme, YouthOffice Office, ApplicationVersion Version)
{
    ApplicationContent Content => Version.Content;

    FinancePlan Plan => Content.FinancePlan!;

    public FoundPage Page() => new("de", $"Antrag {Reference}, Fassung {Version.Number}", Main(), Footer());

    string Main() => $"""
        <h1>{Text(Content.Title!)}</h1>
        <p>Antrag {Text(Reference)}, Fassung {Version.Number}</p>
        <dl class="facts">
        <dt>Programm</dt><dd>{Text(Programme.Terms.Title)} ({Text(Programme.Code)})</dd>
        <dt>Jugendamt</dt><dd>{Text(Office.Name)} (AGS {Office.Ags})</dd>
        <dt>Eingereicht am</dt><dd>{Day(Version.SubmittedOn)}</dd>
        <dt>Zielgebiet</dt><dd>{Prose(Content.TargetArea!)}</dd>
        <dt>Kinder im Zielgebiet</dt><dd>{Content.Children!.Value.ToString(CultureInfo.InvariantCulture)}</dd>
        </dl>
        {Section("Zusammenfassung", Prose(Content.Summary!))}
        {Section("Ausgangslage", Prose(Content.StartingPosition!))}
        {Section("Ziele", Prose(Content.Goals!))}
        {Section("Netzwerk", Partners())}
        {Section("Steuerung", Prose(Content.Steering!))}
        {Section("Politische Unterstützung", Prose(Content.PoliticalBacking!))}
        {Section("Personal", Content.Staff is [] ? "<p>Kein eigenes Personal.</p>" : Staff())}
        {Section("Meilensteine", Milestones())}
        {Section("Finanzierungsplan", Expenditure() + Funds())}
        {Section("Anlagen", Version.Attachments is [] ? "<p>Keine.</p>" : Attachments())}
        """;

    string Footer() => $"""
        <p>Antrag {Text(Reference)}, Fassung {Version.Number}. SHA-256 dieser Fassung: <code>{Version.ContentHash}</code></p>
        """;

    string Partners() => Table("Partner des Netzwerks", ["Einrichtung", "Bereich", "Aufgabe im Netzwerk"],
        Content.Partners!.Select(partner => (string[])[Text(partner.Name), SectorOf(partner.Sector), Text(partner.Role)]));

    string Staff() => Table("Geplante Stellen", ["Funktion", "Umfang in Prozent einer Vollzeitstelle"],
        Content.Staff!.Select(post => (string[])
            [Text(post.Function), post.PercentOfFullTime.ToString(CultureInfo.InvariantCulture)]));

    string Milestones() => Table("Was bis wann erreicht ist", ["Meilenstein", "Bis"],
        Content.Milestones!.Select(milestone => (string[])[Text(milestone.Title), Day(milestone.DueOn)]));

    string Expenditure() => Table("Geplante Ausgaben", ["Kategorie", "Betrag"],
    [
        .. Plan.Lines!.Select(line => (string[])[Text(CategoryOf(line.Category)), Amount(line.Amount)]),
        ["Summe der Ausgaben", Amount(new Money(Plan.Lines!.Sum(line => line.Amount.Cents)))],
    ]);

    string Funds() => Table("Finanzierung", ["Herkunft", "Betrag"],
    [
        ["Eigenmittel", Amount(Plan.OwnContribution!.Value)],
        ["Drittmittel", Amount(Plan.ThirdPartyFunds!.Value)],
        ["Beantragte Zuwendung", Amount(Plan.Requested!.Value)],
    ]);

    string Attachments() => Table("Eingereichte Dateien", ["Datei", "Typ", "Größe in Byte", "SHA-256"],
        Version.Attachments.Select(file => (string[])
            [Text(file.Name), Text(file.ContentType), file.Size.ToString(CultureInfo.InvariantCulture), $"<code>{file.Sha256}</code>"]));

    string CategoryOf(string code) => Programme.Terms.Categories.Single(category => category.Code == code).Title;

    static string SectorOf(string sector) => sector switch
    {
        NetworkSector.Daycare => "Kindertagesbetreuung",
        NetworkSector.School => "Schule",
        NetworkSector.IndependentProvider => "Freier Träger",
        NetworkSector.Health => "Gesundheitswesen",
        NetworkSector.HealthOffice => "Gesundheitsamt",
        NetworkSector.SocialServices => "Soziale Dienste",
        NetworkSector.Police => "Polizei",
        _ => "Sonstige",
    };
}
