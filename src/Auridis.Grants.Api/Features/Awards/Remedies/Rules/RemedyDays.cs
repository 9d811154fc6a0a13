using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// A remedy is filed after the award was offered, or the report was accepted that it is against, is closed after it was filed, and neither
/// in the future.
/// </summary>
static class RemedyDays
{
    /// <summary>Why it cannot have been filed on this day; null when it can.</summary>
    /// <param name="report">The report that it is against; null when it is the award itself.</param>
    public static Problem? WhyNotFiled(Award award, SpendingReport? report, DateOnly filedOn, DateOnly today) => filedOn < award.OfferedOn
        ? Problems.InvalidAt(nameof(RecordRemedy.Request.FiledOn), Bilingual.Of(
            "Nothing is filed against an award before it was offered.", "Gegen eine Zuwendung wird nichts eingelegt, bevor es sie gibt."))
        : filedOn < report?.AcceptedOn
        ? Problems.InvalidAt(nameof(RecordRemedy.Request.FiledOn), Bilingual.Of(
            "Nothing is filed against a report before it was accepted.",
            "Gegen das Ergebnis eines Nachweises wird nichts eingelegt, bevor er angenommen ist."))
        : filedOn > today ? Problems.InFuture(nameof(RecordRemedy.Request.FiledOn)) : null;

    /// <summary>Why it cannot have been closed on this day; null when it can.</summary>
    public static Problem? WhyNotClosed(AwardRemedy remedy, DateOnly on, DateOnly today) => on < remedy.FiledOn
        ? Problems.InvalidAt(nameof(CloseRemedy.Request.On), Bilingual.Of(
            "A remedy is not closed before it was filed.", "Ein Rechtsbehelf wird nicht abgeschlossen, bevor er eingelegt wurde."))
        : on > today ? Problems.InFuture(nameof(CloseRemedy.Request.On)) : null;
}
