using System.Globalization;
using System.Net;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Repayments;
using Amount = Auridis.Grants.Api.Values.Money;

namespace Auridis.Grants.Tests.Features.Repayments;

public sealed class RepaymentTests(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task SetClock() => (await app.As("admin-1").Put("/clock", new { now = "2021-09-01T08:00:00Z" })).Succeeded();

    /// <summary>A claim of 1,000.00 euro: of 100,000.00 that were paid the report has left 99,000.00.</summary>
    async Task<(SeededAward Award, string Path)> Claimed()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 100_000_00);
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await app.Db.Write<bool>(Author.System(TimeProvider.System), async tx =>
        {
            await tx.Execute(
                "update SpendingReport set EntitlementCents = 9900000, AcceptedOn = DueOn where Id = @ReportId", new { award.ReportId });
            await RepaymentClaim.Claim(tx, id, RepaymentClaimKind.Unspent, award.ReportId, (await Award.Find(tx, award.Id))!,
                new Amount(1_000_00), new DateOnly(2021, 8, 2));
            return true;
        }, CancellationToken.None);
        return (award, $"/repayment-claims/{id}");
    }

    Task<Answer> Receive(string claim, string euros, string bankReference, string person = "treasury-1", string receivedOn = "2021-08-30",
        string? key = null) =>
        app.As(person).Post(claim + "/receipts", new { amount = new { amount = euros, currency = "EUR" }, receivedOn, bankReference },
            key: key ?? claim + bankReference.Trim());

    [Test]
    public async Task A_claim_is_paid_back_in_parts()
    {
        var (award, claim) = await Claimed();

        var part = (await Receive(claim, "400.00", "B-1")).Succeeded();
        Assert.That((part.Status, part["status"], part["paid.amount"], part["open.amount"], part.ETag),
            Is.EqualTo((HttpStatusCode.Created, "partly-paid", "400.00", "600.00", "\"2\"")));
        var rest = (await Receive(claim, "600.00", "B-2")).Succeeded();
        Assert.That((rest["status"], rest["open.amount"]), Is.EqualTo(("paid", "0.00")));

        var receipts = (await app.As(award.Applicant).Get(claim + "/receipts")).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Select(item => (item.GetProperty("amount").GetProperty("amount").GetString(), item.GetProperty("receivedOn").GetString(),
                item.GetProperty("bankReference").GetString()));
        Assert.That(receipts, Is.EqualTo(new[] { ("400.00", "2021-08-30", "B-1"), ("600.00", "2021-08-30", "B-2") }));
        Assert.That(await Posted(award),
            Is.EqualTo(new[] { "repayment-claim 100000", "repayment-receipt 40000", "repayment-receipt 60000" }));
    }

    /// <summary>A fact of the bank is booked: what is above is the site's, whatever the claim's state.</summary>
    [Test]
    public async Task More_than_is_open_is_a_credit()
    {
        var (award, claim) = await Claimed();
        (await Receive(claim, "400.00", "B-1")).Succeeded();

        var more = (await Receive(claim, "600.01", "B-2")).Succeeded();
        Assert.That((more["status"], more["paid.amount"], more["open.amount"], more["credit.amount"]),
            Is.EqualTo(("overpaid", "1000.01", "0.00", "0.01")));
        var again = (await Receive(claim, "5.00", "B-3")).Succeeded();
        Assert.That((again["status"], again["credit.amount"]), Is.EqualTo(("overpaid", "5.01")));

        Assert.That(await Posted(award), Is.EqualTo(new[]
        {
            "repayment-claim 100000", "repayment-receipt 40000", "repayment-receipt 60000", "repayment-receipt 1", "repayment-receipt 500",
        }));
        Assert.That((await app.Balance(award.Id, "1200"), await app.Balance(award.Id, "1400"), await app.Balance(award.Id, "1710")),
            Is.EqualTo((1_005_01, 0, -5_01)));
    }

    [TestCase("paid", "1000.00")]
    [TestCase("cancelled", null)]
    [TestCase("waived", null)]
    public async Task Money_on_a_claim_that_is_closed_is_a_credit(string status, string? before)
    {
        var (award, claim) = await Claimed();
        if (before is not null)
            (await Receive(claim, before, "B-1")).Succeeded();
        if (status is "cancelled" or "waived")
            await Close(claim, status, status is "waived" ? "WaivedCents" : "ReducedCents");
        Assert.That((await app.As("finance-1").Get(claim))["status"], Is.EqualTo(status));

        var received = (await Receive(claim, "7.00", "B-2")).Succeeded();

        Assert.That((received["status"], received["open.amount"], received["credit.amount"]), Is.EqualTo(("overpaid", "0.00", "7.00")));
        Assert.That(await app.Balance(award.Id, "1710"), Is.EqualTo(-7_00));
    }

    [Test]
    public async Task Money_on_a_claim_that_was_written_off_takes_that_back_before_it_is_a_credit()
    {
        var (award, claim) = await Claimed();
        await Close(claim, "written-off", "WrittenOffCents");

        var part = (await Receive(claim, "300.00", "B-1")).Succeeded();
        Assert.That((part["status"], part["writtenOff.amount"], part["credit.amount"]), Is.EqualTo(("written-off", "700.00", "0.00")));
        var more = (await Receive(claim, "710.00", "B-2")).Succeeded();
        Assert.That((more["status"], more["writtenOff.amount"], more["credit.amount"]), Is.EqualTo(("overpaid", "0.00", "10.00")));

        Assert.That(await Posted(award), Is.EqualTo(new[]
        {
            "repayment-claim 100000", "write-off-recovery 30000", "repayment-receipt 30000", "write-off-recovery 70000",
            "repayment-receipt 70000", "repayment-receipt 1000",
        }));
    }

    /// <summary>As another step would leave the claim.</summary>
    async Task Close(string claim, string status, string column) => _ = (await app.Db.Write<int>(Author.System(TimeProvider.System),
        async tx => await tx.Execute($"update RepaymentClaim set Status = @Status, {column} = PrincipalCents where Id = @Id",
            new { Status = status, Id = Guid.Parse(claim.Split('/')[^1]) }), CancellationToken.None)).Value;

    [Test]
    public async Task The_same_booking_is_recorded_once()
    {
        var (_, claim) = await Claimed();
        var first = (await Receive(claim, "400.00", "B-1", key: "one")).Succeeded();

        Assert.That((await Receive(claim, "400.00", "B-1", key: "one")).Succeeded().Text, Is.EqualTo(first.Text),
            "a retry gets the same answer");
        (await Receive(claim, "400.00", "B-1", key: "two")).Refused(409, "bank-reference-used");
        (await Receive(claim, "900.00", "B-1", key: "three")).Refused(409, "bank-reference-used");
        (await Receive(claim, "1.00", "b-1", key: "four")).Succeeded();
    }

    [Test]
    public async Task Money_comes_back_after_it_was_paid_and_not_in_the_future_nor_without_a_key()
    {
        var (_, claim) = await Claimed();
        (await Receive(claim, "1.00", "B-1", receivedOn: "2021-09-02")).Refused(409, "booking-date-implausible");
        var refused = (await Receive(claim, "1.00", "B-1", receivedOn: "0202-05-10")).Refused(409, "booking-date-implausible");
        Assert.That((refused["earliestOn"], refused["today"], refused["bookedOn"]), Is.EqualTo(("2019-02-04", "2021-09-01", "0202-05-10")));
        (await Receive(claim, "1.00", "B-0", receivedOn: "2019-02-04")).Succeeded();
        (await Receive(claim, "0.00", "B-1")).Refused(400, "validation-failed");
        (await Receive(claim, "1.00", " B-1")).Refused(400, "validation-failed");
        (await app.As("treasury-1").Post(claim + "/receipts",
            new { amount = new { amount = "1.00", currency = "EUR" }, receivedOn = "2021-08-30", bankReference = "B-1" }))
            .Refused(400, "idempotency-key-missing");
    }

    [Test]
    public async Task Parallel_receipts_are_all_booked_and_no_cent_is_lost()
    {
        var (award, claim) = await Claimed();

        await Task.WhenAll(Enumerable.Range(1, 12).Select(async i =>
            (await Receive(claim, "150.00", $"B-{i}", i % 2 == 0 ? "treasury-1" : "treasury-2")).Succeeded()));

        var now = (await app.As("auditor-1").Get(claim)).Succeeded();
        Assert.That((now["paid.amount"], now["open.amount"], now["credit.amount"], now["status"]),
            Is.EqualTo(("1800.00", "0.00", "800.00", "overpaid")));
        Assert.That((await app.Balance(award.Id, "1400"), await app.Balance(award.Id, "1710")), Is.EqualTo((0, -800_00)));
    }

    [Test]
    public async Task Claims_are_seen_by_their_office_and_by_staff()
    {
        var (award, claim) = await Claimed();
        var (neighbour, _) = await Claimed();

        (await app.As(award.Applicant).Get(claim)).Succeeded();
        (await app.As(neighbour.Applicant).Get(claim)).Refused(404, "not-found");
        (await app.As(neighbour.Applicant).Get(claim + "/receipts")).Refused(404, "not-found");
        (await app.As("reviewer-1").Get(claim)).Refused(403, "forbidden");
        (await Receive(claim, "1.00", "B-1", award.Applicant)).Refused(403, "forbidden");
        (await Receive($"/repayment-claims/{award.Id}", "1.00", "B-1")).Refused(404, "not-found");

        var own = (await app.As(award.Applicant).Get("/repayment-claims")).Succeeded().Json.GetProperty("items").EnumerateArray();
        Assert.That(own.Select(item => item.GetProperty("awardId").GetString()), Is.EqualTo(new[] { award.Id.ToString() }));
        var claimed = (await app.As("finance-1").Get($"/repayment-claims?status=claimed&officeAgs={neighbour.Ags}")).Succeeded()
            .Json.GetProperty("items").EnumerateArray();
        Assert.That(claimed.Select(item => item.GetProperty("awardId").GetString()), Is.EqualTo(new[] { neighbour.Id.ToString() }));
    }

    /// <summary>Worked by hand: 30 days are a Wednesday; a Saturday; Easter Sunday; All Saints' Day.</summary>
    [TestCase("2021-08-02", 30, "2021-09-01")]
    [TestCase("2021-08-05", 30, "2021-09-06")]
    [TestCase("2024-03-01", 30, "2024-04-02")]
    [TestCase("2023-10-02", 30, "2023-11-02")]
    [TestCase("2021-08-02", 14, "2021-08-16")]
    public void The_day_a_claim_is_due(string claimedOn, int days, string dueOn) => Assert.That(
        ClaimDueDate.Of(Day(claimedOn), Sample.Terms with { ClaimDueDays = days }), Is.EqualTo(Day(dueOn)));

    [FsCheck.NUnit.Property]
    public bool It_is_due_on_a_working_day_that_is_not_before_the_raw_day(ushort after, byte days)
    {
        var claimedOn = new DateOnly(2018, 1, 1).AddDays(after % 7305);
        var dueOn = ClaimDueDate.Of(claimedOn, Sample.Terms with { ClaimDueDays = days + 1 });
        return WorkingDays.IsWorkingDay(dueOn) && dueOn >= claimedOn.AddDays(days + 1);
    }

    [Test]
    public async Task Overdue_is_what_is_open_after_its_day()
    {
        var (_, claim) = await Claimed();
        var onTime = (await app.As("finance-1").Get(claim)).Succeeded();
        Assert.That((onTime["kind"], onTime["dueOn"], onTime["overdue"]), Is.EqualTo(("unspent", "2021-09-01", "False")));

        Assert.That(new[] { "claimed", "partly-paid", "paid", "cancelled" }
            .Select(status => ClaimDueDate.IsOverdue(status, Day("2021-09-01"), null, Day("2021-09-02"))),
            Is.EqualTo(new[] { true, true, false, false }));
        Assert.That(ClaimDueDate.IsOverdue("claimed", Day("2021-09-01"), null, Day("2021-09-01")), Is.False);
    }

    /// <summary>An award whose money is claimed back twice, as after a revocation in part: each claim has its own number.</summary>
    [Test]
    public async Task Claims_on_an_award_are_counted()
    {
        var (award, first) = await Claimed();
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await app.Db.Write<bool>(Author.System(TimeProvider.System), async tx =>
        {
            await RepaymentClaim.Claim(tx, id, RepaymentClaimKind.Revoked, spendingReportId: null, (await Award.Find(tx, award.Id))!,
                new Amount(2_000_00), new DateOnly(2021, 8, 2));
            return true;
        }, CancellationToken.None);

        var revoked = (await app.As("finance-1").Get($"/repayment-claims/{id}")).Succeeded();
        var second = (await app.As("finance-1").Get(first))["reference"].Replace("-R1", "-R2", StringComparison.Ordinal);
        Assert.That((revoked["kind"], revoked["spendingReportId"], revoked["reference"]), Is.EqualTo(("revoked", "", second)));
    }

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    async Task<List<string>> Posted(SeededAward award) =>
        [.. (await app.Db.Read(session => session.All<Entry>(
            "select e.Event, p.AmountCents from JournalEntry e join Posting p on p.EntrySeq = e.Seq "
                + "where e.AwardId = @Id and e.Event not like 'commitment%' order by e.Seq, p.Line",
            new { award.Id }), CancellationToken.None))
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Event} {entry.AmountCents}"))];

    sealed class Entry
    {
        public required string Event { get; init; }
        public required long AmountCents { get; init; }
    }
}
