using System.Globalization;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A report as a German page: a heading for each part, and for each table a caption and the headers of its rows and columns.
/// </summary>
/// <param name="ContentHash">
/// Of the version that was submitted last; null where the report has been written on since, or never submitted.
/// </param>
sealed record SpendingReportPrint(
    SpendingReport Report, Award Award, Programme Programme, YouthOffice Office, Statement Statement, string? ContentHash)
{
    public FoundPage Page() => new("de", $"{Title} {Report.Reference}", Main(), Footer());

    string Main() => $"""
        <h1>{Title} {Text(Report.Reference)}</h1>
        <dl class="facts">
        <dt>Programm</dt><dd>{Text(Programme.Terms.Title)} ({Text(Programme.Code)})</dd>
        <dt>Jugendamt</dt><dd>{Text(Office.Name)} (AGS {Office.Ags})</dd>
        <dt>Zuwendung</dt><dd>{Text(Award.Reference)}, {Amount(Award.Amount)}</dd>
        <dt>Zeitraum</dt><dd>{Day(Award.StartsOn)} bis {Day(Report.PeriodEndsOn)}</dd>
        <dt>Stand</dt><dd>{Status()}</dd>
        </dl>
        {Section("Sachbericht", Report.Narrative is { } narrative ? Prose(narrative) : "<p>Noch nicht geschrieben.</p>")}
        {string.Concat((Award.Terms.Questions ?? []).Select(Answered))}
        {Section("Zahlenmäßiger Nachweis", Lines() + Funds() + Result())}
        """;

    string Footer() => ContentHash is { } hash
        ? $"<p>{Title} {Text(Report.Reference)}, Fassung {Number(Report.Versions)}. "
            + $"SHA-256 dieser Fassung: <code>{hash}</code></p>"
        : $"<p>{Title} {Text(Report.Reference)}: Entwurf, nicht eingereicht.</p>";

    string Status() => Report.Status switch
    {
        SpendingReportStatus.Due or SpendingReportStatus.Draft => $"Entwurf, vorzulegen bis {Day(Report.DueOn)}",
        SpendingReportStatus.Returned => $"Zurückgegeben, zu überarbeiten bis {Day(Report.MendBy!.Value)}",
        SpendingReportStatus.Submitted => $"Eingereicht am {Day(Report.SubmittedOn!.Value)}",
        SpendingReportStatus.InExamination => $"Eingereicht am {Day(Report.SubmittedOn!.Value)}, in Prüfung",
        SpendingReportStatus.Accepted => $"Anerkannt am {Day(Report.AcceptedOn!.Value)}",
        SpendingReportStatus.PartlyAccepted => $"Teilweise anerkannt am {Day(Report.AcceptedOn!.Value)}",
        _ => "Wird nicht mehr erwartet",
    };

    string Lines() => Table("Ausgaben nach den Positionen des Finanzierungsplans",
        ["Position", "Plan", "Ausgaben", "Abweichung", "Anerkannt"],
        [
            .. Statement.Lines.Select(line => (string[])
            [
                Text(TitleOf(line.Category)), Amount(line.Plan), Amount(line.Spent), Amount(line.Deviation), Amount(line.Recognised),
            ]),
            ["Summe", Amount(Planned), Amount(Statement.Expenditure), Amount(new Money(Statement.Expenditure.Cents - Planned.Cents)),
                Amount(Statement.Recognised)],
        ]);

    string Funds() => Table("Finanzierung", ["Herkunft", "Plan", "Nachgewiesen"],
    [
        ["Eigenmittel", Amount(Statement.OwnFundsPlanned), Amount(Statement.OwnFunds)],
        ["Drittmittel", Amount(Statement.ThirdPartyPlanned), Amount(Statement.ThirdPartyIncome)],
        ["Zuwendung", Amount(Statement.Awarded), Amount(Statement.Paid)],
    ]);

    /// <summary>What follows from the statement; nothing from that of an interim report.</summary>
    string Result() => !Report.IsFinal ? "" : Table("Ergebnis", ["Betrag", "Höhe"],
    [
        ["Anerkannte Ausgaben", Amount(Statement.Recognised)],
        ["Davon abgezogene Eigenmittel", Amount(Statement.OwnFundsDeducted!.Value)],
        ["Davon abgezogene Drittmittel", Amount(Statement.ThirdPartyDeducted!.Value)],
        ["Von der Zuwendung zu tragen", Amount(Statement.Borne!.Value)],
        ["Zustehende Zuwendung", Amount(Statement.Entitlement!.Value)],
        ["Schon zurückgefordert und nicht gezahlt", Amount(Statement.Claimed)],
        ["Zurückzuzahlen", Amount(Statement.Claim!.Value)],
    ]);

    string Answered(ReportQuestion question) => Section(
        question.Text,
        (Report.Answers ?? []).FirstOrDefault(answer => answer.Key == question.Key) is { } answer
            ? Prose(answer.Text)
            : "<p>Nicht beantwortet.</p>");

    string Title => Report.IsFinal ? "Verwendungsnachweis" : "Zwischennachweis";

    Money Planned => new(Statement.Lines.Sum(line => line.Plan.Cents));

    string TitleOf(string code) => Award.Terms.Categories.FirstOrDefault(category => category.Code == code)?.Title ?? code;

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
