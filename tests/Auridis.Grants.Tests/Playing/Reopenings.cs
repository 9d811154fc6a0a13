namespace Auridis.Grants.Tests.Playing;

/// <summary>Remedies against what was decided on a report, and what follows when they are upheld, through HTTP.</summary>
static class Reopenings
{
    /// <summary>A remedy that is filed against a report on the business day.</summary>
    /// <param name="reportId">The report; that of the award when not given.</param>
    public static async Task<Answer> Objection(this GrantsApp app, SeededAward award, Guid? reportId = null) =>
        (await app.As("caseworker-1").Post($"/awards/{award.Id}/remedies", new
        {
            kind = "objection",
            filedOn = LetterSteps.Written(app.Today()),
            reference = "W 17/2021",
            spendingReportId = reportId ?? award.ReportId,
        })).Succeeded();

    /// <summary>Closes a remedy on the business day; the answer may be a refusal.</summary>
    public static Task<Answer> Close(this GrantsApp app, Answer remedy, string outcome) =>
        app.As("caseworker-1").Post($"/remedies/{remedy["id"]}/close",
            new { outcome, on = LetterSteps.Written(app.Today()) }, remedy.ETag);

    /// <summary>A remedy against a report that was filed and upheld on the business day.</summary>
    public static async Task<Answer> Upheld(this GrantsApp app, SeededAward award, Guid? reportId = null) =>
        (await app.Close(await app.Objection(award, reportId), "upheld")).Succeeded();

    /// <summary>Proposes to examine a report anew; the answer may be a refusal.</summary>
    public static Task<Answer> ProposeReopening(
        this GrantsApp app, SeededAward award, Answer remedy, string person = "finance-1") =>
        app.As(person).Post(award.Report + "/reopenings",
            new { remedyId = remedy["id"], reason = "Die Belege 2 und 3 gehören zum Netzwerk." });

    /// <summary>Confirms that a report is examined anew; the answer may be a refusal.</summary>
    public static Task<Answer> ConfirmReopening(this GrantsApp app, Answer proposed, string person = "finance-2") =>
        app.As(person).Post($"/report-reopenings/{proposed["id"]}/confirm", ifMatch: proposed.ETag, key: Payments.Key);

    /// <summary>A report that is examined anew after a remedy.</summary>
    public static async Task<Answer> Reopened(this GrantsApp app, SeededAward award) => (await app.ConfirmReopening(
        (await app.ProposeReopening(award, await app.Upheld(award))).Succeeded())).Succeeded();
}
