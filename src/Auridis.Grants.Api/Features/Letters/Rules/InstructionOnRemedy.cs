using System.Globalization;
using Auridis.Grants.Api.Features.Programmes;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>
/// The instruction on remedies names the remedy, where it is filed, the seat of that place, and the period (§ 58 (1) VwGO): what lacks one
/// of them is none, and the period is a year. It does not name the form of an action: a youth office sues electronically only (§ 55d VwGO,
/// from 2022 on), and an instruction that says otherwise is wrong.
/// </summary>
static class InstructionOnRemedy
{
    /// <returns>As HTML; null where there is no remedy, or the programme does not instruct on it.</returns>
    public static string? Of(string remedy, ProgrammeTerms terms, string officeAgs) => !terms.RemedyInstruction ? null : remedy switch
    {
        Remedy.Objection => $"""
            <p>Gegen diesen Bescheid kann {Within(terms.RemedyMonths)} nach seiner Bekanntgabe Widerspruch erhoben werden. Der Widerspruch
            ist schriftlich, elektronisch in einer Form, die die Schriftform ersetzt, oder zur Niederschrift einzulegen bei:
            {Text(terms.Operator)}, {Text(terms.OperatorSeat)}.</p>
            """,
        Remedy.Action => $"""
            <p>Gegen diesen Bescheid kann {Within(terms.RemedyMonths)} nach seiner Bekanntgabe Klage erhoben werden
            {Court(officeAgs)}.</p>
            """,
        _ => null,
    };

    static string Within(int months) =>
        months == 1 ? "innerhalb eines Monats" : string.Create(CultureInfo.InvariantCulture, $"innerhalb von {months} Monaten");

    static string Court(string officeAgs) => AdministrativeCourt.SeatFor(officeAgs) is { } seat
        ? $"beim Verwaltungsgericht {seat} in {seat}"
        : "bei dem Verwaltungsgericht, in dessen Bezirk das Jugendamt seinen Sitz hat";
}
