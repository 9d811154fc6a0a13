namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Brings reports into a state, and takes the commands of their way.</summary>
public abstract class ReportStatesFixture(DatabaseKind kind) : ReportFixture(kind)
{
    /// <summary>The commands in the states of a report.</summary>
    /// <param name="hearing">What a hearing leads to during the examination.</param>
    /// <param name="sample">What asking for receipts leads to then.</param>
    private protected static StateTable TableWith(string hearing, string sample = "receipts-listed") => new($"""
                       edit     add      replace  delete   submit    examine        return   find           accept   reopen hear sample
        due            draft    draft    .        .        .         .              .        .              .        .      .    .
        draft          draft    draft    draft    draft    submitted .              .        .              .        .      .    .
        submitted      .        .        .        .        .         in-examination returned .              .        .      .    .
        in-examination .        .        .        .        .         in-examination returned in-examination accepted .  {hearing} {sample}
        returned       returned returned returned returned submitted .              .        .              .        .      .    .
        accepted       .        .        .        .        .         .              .        .              . in-examination .    .
        """);

    /// <summary>A report that was brought to a state.</summary>
    private protected async Task<SeededAward> In(string state, Func<Task<SeededAward>> due)
    {
        var award = await due();
        if (state == "due")
            return award;
        await Add(award, Receipt("R-1", 10));
        await Write(award);
        string[] steps = state switch
        {
            "draft" => [],
            "submitted" => ["submit"],
            "in-examination" => ["submit", "examine", "find"],
            "returned" => ["submit", "return"],
            _ => ["submit", "examine", "find", "accept"],
        };
        foreach (var step in steps)
            (await Do(step, award)).Succeeded();
        return award;
    }

    private protected async Task<Answer> Do(string command, SeededAward award)
    {
        var (office, tag, path) = (app.As(award.Applicant), await ETag(award), award.Report);
        var receipt = (await Receipts(award)).Select(item => item.GetProperty("id").GetString()).FirstOrDefault() ?? $"{Guid.Empty}";
        return command switch
        {
            "edit" => await office.Put(path, new { narrative = "We met.", ownFunds = Money(0), thirdPartyIncome = Money(0) }, tag),
            "add" => await office.Post(path + "/receipts", Batch(Receipt("R-2", 5))),
            "replace" => await office.Put($"{path}/receipts/{receipt}", Receipt("R-1", 9), tag),
            "delete" => await office.Delete($"{path}/receipts/{receipt}", tag),
            "submit" => await office.Post(path + "/submit", new { expenditure = Money(10) }, tag),
            // Another one than the examiner takes over; whoever examines returns, finds and is not the one who accepts.
            "examine" => await app.As(await IsExamined(award) ? "finance-3" : "finance-1")
                .Post(path + "/examine", ifMatch: tag),
            "return" => await app.As("finance-1").Post(path + "/return", new { points = new[] { new { text = "Unleserlich." } } }, tag),
            "find" => await app.As("finance-1").Post(path + "/findings", NoFindings, tag),
            "sample" => await app.As("finance-1").Post(path + "/sample", new { lines = new[] { "personnel" }, reason = "Zufall" }, tag),
            "hear" => await app.As("finance-1").Post(
                path + "/hearing", new { sentOn = "2021-02-26", replyBy = "2021-03-19", draftClaim = Money(5) }, tag),
            "reopen" => await Reopen(award),
            _ => await Accept(award, "finance-2", tag),
        };
    }

    /// <summary>
    /// After a remedy against the report; where it is not accepted, none can be filed, and one against the accepted report of another award
    /// is not heard.
    /// </summary>
    async Task<Answer> Reopen(SeededAward award)
    {
        if ((await Seen(award))["acceptedOn"].Length == 0)
        {
            return await app.As("finance-1").Post(
                award.Report + "/reopenings", new { remedyId = Guid.Empty, reason = "Die Belege gehören zum Netzwerk." });
        }
        var proposed = (await app.ProposeReopening(award, await app.Upheld(award, award.ReportId))).Succeeded();
        return await app.ConfirmReopening(proposed);
    }

    async Task<bool> IsExamined(SeededAward award) => (await Seen(award))["status"] == "in-examination";

    private protected async Task<Answer> Seen(SeededAward award) => (await app.As("auditor-1").Get(award.Report)).Succeeded();
}
