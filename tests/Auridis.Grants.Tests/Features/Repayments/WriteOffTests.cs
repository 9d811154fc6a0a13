namespace Auridis.Grants.Tests.Features.Repayments;

/// <summary>A claim is not pursued for now. That is internal: the office owes it all the same.</summary>
public sealed class WriteOffTests(DatabaseKind kind) : ApiTests(kind)
{
    [SetUp]
    public Task Before_it_is_due() => app.ItIs("2021-08-30");

    [Test]
    public async Task It_is_posted_and_its_award_can_be_completed()
    {
        var (award, claim) = await app.Owing();
        var writeOff = await app.Relieved(claim, "write-offs");

        var written = await app.Seen(claim, "finance-3");
        Assert.That((written["status"], written["writtenOff.amount"], written["open.amount"], written["overdue"]),
            Is.EqualTo(("written-off", "1000.00", "0.00", "False")));
        Assert.That((await app.Balance(award.Id, "4950"), await app.Balance(award.Id, "1400")), Is.EqualTo((1_000_00, 0)));
        Assert.That((await app.Seen(writeOff, "treasury-1"))["amount.amount"], Is.EqualTo("1000.00"));
        (await app.As("caseworker-1").Post($"/awards/{award.Id}/complete",
            ifMatch: (await app.Seen($"/awards/{award.Id}")).ETag, key: Payments.Key)).Succeeded();
    }

    [Test]
    public async Task The_office_sees_its_claim_as_if_nothing_was_written_off()
    {
        var (award, whole) = await app.Owing();
        var office = app.As(award.Applicant);
        var writeOff = await app.Relieved(whole, "write-offs", "400.00");
        await app.Relieved(whole, "write-offs");
        await app.SetClock("2021-09-02");

        var seen = await app.Seen(whole, award.Applicant);
        Assert.That((seen["status"], seen["writtenOff.amount"], seen["open.amount"], seen["overdue"]),
            Is.EqualTo(("claimed", "0.00", "1000.00", "True")));
        Assert.That((await app.Seen(whole))["status"], Is.EqualTo("written-off"));
        Assert.That(await Listed(office, "claimed"), Is.EqualTo([seen.Text]));
        Assert.That(await Listed(office, "written-off"), Is.Empty);
        Assert.That(await Listed(app.As("finance-1"), "claimed", award.Ags), Is.Empty);
        Assert.That(await Listed(app.As("finance-1"), "written-off", award.Ags), Has.Count.EqualTo(1));
        (await office.Get(writeOff)).Refused(403, "forbidden");
        (await office.Get(whole + "/write-offs")).Refused(403, "forbidden");
    }

    [Test]
    public async Task A_part_of_it_is_hidden_where_the_rest_was_paid_or_deferred()
    {
        var ((paid, first), (deferred, second)) = (await app.Owing(), await app.Owing());
        await app.Relieved(first, "write-offs", "400.00");
        (await app.Repay(first, 600)).Succeeded();
        await app.Relieved(second, "write-offs", "400.00");
        await app.Relieved(second, "deferrals");

        Assert.That(((await app.Seen(first))["status"], (await app.Seen(second))["status"]), Is.EqualTo(("paid", "deferred")));
        var owed = await app.Seen(first, paid.Applicant);
        Assert.That((owed["status"], owed["open.amount"]), Is.EqualTo(("partly-paid", "400.00")));
        Assert.That(await Listed(app.As(paid.Applicant), "partly-paid"), Is.EqualTo([owed.Text]));
        var later = await app.Seen(second, deferred.Applicant);
        Assert.That((later["status"], later["open.amount"]), Is.EqualTo(("deferred", "1000.00")));
        Assert.That(await Listed(app.As(deferred.Applicant), "deferred"), Is.EqualTo([later.Text]));
    }

    [Test]
    public async Task Money_that_comes_in_takes_it_back()
    {
        var (award, claim) = await app.Owing();
        await app.Relieved(claim, "write-offs");
        (await app.Repay(claim, 300)).Succeeded();

        var written = await app.Seen(claim);
        Assert.That((written["status"], written["writtenOff.amount"], written["credit.amount"]),
            Is.EqualTo(("written-off", "700.00", "0.00")));
        var owed = await app.Seen(claim, award.Applicant);
        Assert.That((owed["status"], owed["open.amount"], owed["writtenOff.amount"]), Is.EqualTo(("partly-paid", "700.00", "0.00")));
        (await app.Repay(claim, 700)).Succeeded();
        Assert.That((await app.Seen(claim))["status"], Is.EqualTo("paid"));
        Assert.That((await app.Balance(award.Id, "4950"), await app.Balance(award.Id, "1400")), Is.EqualTo((0, 0)));
    }

    static async Task<List<string>> Listed(GrantsClient person, string status, string? ags = null) =>
    [
        .. (await person.Get($"/repayment-claims?status={status}{(ags is null ? "" : "&officeAgs=" + ags)}")).Succeeded()
            .Json.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()),
    ];
}
