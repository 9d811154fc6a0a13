namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Every command in every state of a report.</summary>
public sealed class SpendingReportStatesTests(DatabaseKind kind) : ReportFixture(kind)
{
    /// <summary>What was accepted is <c>accepted</c> where all is recognised; here nothing was spent.</summary>
    static readonly StateTable Table = new("""
                       edit     add      replace  delete   submit    examine        return   find           accept   hear
        due            draft    draft    .        .        .         .              .        .              .        .
        draft          draft    draft    draft    draft    submitted .              .        .              .        .
        submitted      .        .        .        .        .         in-examination returned .              .        .
        in-examination .        .        .        .        .         in-examination returned in-examination accepted in-examination
        returned       returned returned returned returned submitted .              .        .              .        .
        accepted       .        .        .        .        .         .              .        .              .        .
        """);

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere() =>
        Assert.That(await Table.Differences(In, Do, Seen), Is.Empty);

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["accepted"]));
    });

    async Task<SeededAward> In(string state)
    {
        if (state == "due")
            return await Paid();
        var award = await WithReceipts(Receipt("R-1", 10));
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

    async Task<Answer> Do(string command, SeededAward award)
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
            "hear" => await app.As("finance-1").Post(
                path + "/hearing", new { sentOn = "2021-02-26", replyBy = "2021-03-19", draftClaim = Money(5) }, tag),
            _ => await Accept(award, "finance-2", tag),
        };
    }

    async Task<bool> IsExamined(SeededAward award) => (await Seen(award))["status"] == "in-examination";

    async Task<Answer> Seen(SeededAward award) => (await app.As("auditor-1").Get(award.Report)).Succeeded();
}
