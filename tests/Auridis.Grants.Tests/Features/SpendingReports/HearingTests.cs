using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Nothing is claimed back by an act before the office was heard on it.</summary>
public sealed class HearingTests(DatabaseKind kind) : ReportFixture(kind)
{
    [SetUp]
    public Task On_the_first_of_March() => app.ItIs("2021-03-01");

    [Test]
    public async Task A_claim_waits_for_the_reply()
    {
        var award = await Spent(90_000);
        var found = await Found(award, 90_000);
        var refused = (await Accept(award, "finance-2", found.ETag)).Refused(409, "hearing-open");
        Assert.That((refused["claim.amount"], refused["heard.amount"]), Is.EqualTo(("10000.00", "0.00")));

        var heard = (await Hear(award, 10_000, found.ETag)).Succeeded();
        Assert.That((heard["hearing.sentOn"], heard["hearing.replyBy"], heard["hearing.draftClaim.amount"], heard["hearing.repliedOn"]),
            Is.EqualTo(("2021-02-26", "2021-03-19", "10000.00", "")));
        var awaited = (await Accept(award, "finance-2", heard.ETag)).Refused(409, "hearing-open");
        Assert.That((awaited["heard.amount"], awaited["replyBy"]), Is.EqualTo(("10000.00", "2021-03-19")));

        var replied = (await Reply(app.As(award.Applicant), award, heard.ETag)).Succeeded();
        Assert.That((replied["hearing.reply"], replied["hearing.repliedOn"]), Is.EqualTo(("Die Belege folgen.", "2021-03-01")));
        (await Accept(award, "finance-2", replied.ETag)).Succeeded();
        Assert.That(await Claims(award), Has.Count.EqualTo(1));
    }

    /// <summary>The last day for the reply is 19 March.</summary>
    [Test]
    public async Task Silence_is_no_dead_end()
    {
        var award = await Spent(90_000);
        var heard = (await Hear(award, 10_000, (await Found(award, 90_000)).ETag)).Succeeded();

        await app.ItIs("2021-03-19");
        (await Accept(award, "finance-2", heard.ETag)).Refused(409, "hearing-open");
        await app.ItIs("2021-03-20");
        (await Accept(award, "finance-2", heard.ETag)).Succeeded();
    }

    [Test]
    public async Task More_is_claimed_only_after_another_hearing_on_it()
    {
        var award = await Spent(90_000);
        var found = await Found(award, 90_000);
        var replied = (await Reply(app.As("finance-1"), award, (await Hear(award, 9_999.99m, found.ETag)).Succeeded().ETag)).Succeeded();
        (await Accept(award, "finance-2", replied.ETag)).Refused(409, "hearing-open");

        var again = (await Hear(award, 10_000, replied.ETag)).Succeeded();
        Assert.That(again["hearing.reply"], Is.Empty, "the reply was to another sum");
        var last = (await Reply(app.As(award.Applicant), award, again.ETag)).Succeeded();
        (await Accept(award, "finance-2", last.ETag)).Succeeded();
    }

    [Test]
    public async Task Where_nothing_is_claimed_or_a_contract_was_made_nobody_is_heard()
    {
        var all = await Spent(100_000);
        (await Accept(all, "finance-2", (await Found(all, 100_000)).ETag)).Succeeded();
        var contract = await WithReceipts(Receipt("R-1", 90_000));
        (await Accept(contract, "finance-2", (await Found(contract, 90_000)).ETag)).Succeeded();
        Assert.That((await Claims(all)).Count + (await Claims(contract)).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Only_the_examiner_hears_and_only_the_office_or_the_examiner_replies()
    {
        var award = await Spent(90_000);
        var found = await Found(award, 90_000);
        (await Reply(app.As(award.Applicant), award, found.ETag)).Refused(409, "hearing-missing");
        (await Hear(award, 10_000, found.ETag, "finance-2")).Refused(403, "not-the-examiner");
        (await Hear(award, 10_000, found.ETag, "caseworker-1")).Refused(403, "forbidden");
        (await Hear(award, 10_000, "\"1\"")).Refused(412, "stale-version");
        var heard = (await Hear(award, 10_000, found.ETag)).Succeeded();

        (await Reply(app.As("finance-2"), award, heard.ETag)).Refused(403, "not-the-examiner");
        (await Reply(app.As((await Paid()).Applicant), award, heard.ETag)).Refused(404, "not-found");
        (await Reply(app.As("auditor-1"), award, heard.ETag)).Refused(403, "forbidden");
    }

    [TestCase("2021-03-02", "2021-03-19", 1, "/sentOn")]
    [TestCase("2021-02-26", "2021-02-26", 1, "/replyBy")]
    [TestCase("2021-02-26", "2021-03-19", 0, "/draftClaim")]
    public async Task What_is_no_hearing_is_refused(string sentOn, string replyBy, decimal draftClaim, string member)
    {
        var award = await Spent(90_000);
        var found = await Found(award, 90_000);

        var refused = (await app.As("finance-1")
            .Post(award.Report + "/hearing", new { sentOn, replyBy, draftClaim = Money(draftClaim) }, found.ETag))
            .Refused(400, "validation-failed");

        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo(member));
        Assert.That((await app.As("auditor-1").Get(award.Report)).ETag, Is.EqualTo(found.ETag));
    }

    async Task<SeededAward> Spent(decimal euros)
    {
        var award = await SeededAward.Insert(
            app.Db, paidCents: 100_000_00, changing: terms => terms with { LegalForm = LegalForm.ActSocialCode });
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("R-1", euros)))).Succeeded();
        return award;
    }

    Task<Answer> Hear(SeededAward award, decimal claim, string? ifMatch, string person = "finance-1") => app.As(person).Post(
        award.Report + "/hearing", new { sentOn = "2021-02-26", replyBy = "2021-03-19", draftClaim = Money(claim) }, ifMatch);

    static Task<Answer> Reply(GrantsClient person, SeededAward award, string? ifMatch) =>
        person.Post(award.Report + "/hearing/reply", new { reply = "Die Belege folgen." }, ifMatch);
}
