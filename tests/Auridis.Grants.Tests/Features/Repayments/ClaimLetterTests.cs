using System.Globalization;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Repayments;

namespace Auridis.Grants.Tests.Features.Repayments;

/// <summary>Of what is claimed back, and of what eases a claim.</summary>
public sealed class ClaimLetterTests(DatabaseKind kind) : ClaimLetterFixture(kind)
{
    [SetUp]
    public Task Before_it_is_due() => app.ItIs("2021-08-30");

    [Test]
    public async Task A_claim_after_a_report_says_what_by_when_and_how_it_was_found()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 80_000_00);
        var claim = await app.Seen((await app.Accepted(award, 70_000m))!);

        var letter = await Only(award);

        Assert.That((letter["kind"], letter["repaymentClaimId"], letter["awardId"], letter["status"], letter["remedy"]),
            Is.EqualTo(("claim", claim["id"], award.Id.ToString(), "created", "none")));
        Assert.That(await Read(letter), Does.Contain($"Rückforderung zum Fördervertrag {award.Reference}")
            .And.Contain("Wir fordern 10.000,00 EUR").And.Contain($"bis zum Ablauf des {German(claim["dueOn"])}")
            .And.Contain(claim["reference"]).And.Contain("Ihnen stehen zu70.000,00 EUR").And.Contain("zu erstatten10.000,00 EUR")
            .And.Contain("beruht auf dem Fördervertrag").And.Not.Contain("Rechtsbehelfsbelehrung"));
    }

    /// <summary>The office was heard before; what was not recognised is named, and the remedy runs from the announcement.</summary>
    [Test]
    public async Task An_act_claims_by_law_and_its_period_for_remedies_begins_with_its_announcement()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 80_000_00, changing: Act);
        var tag = await Examined(award, 80_000m, disallowed: 6_000m);
        tag = (await app.As("finance-1").Post(award.Report + "/hearing",
            new { sentOn = "2021-08-02", replyBy = "2021-08-16", draftClaim = Reports.Euros(6_000m) }, tag)).Succeeded().ETag;
        (await app.As("finance-2").Post(award.Report + "/accept", ifMatch: tag, key: Payments.Key)).Succeeded();

        var letter = await Only(award);
        Assert.That(await Read(letter), Does.Contain($"Rückforderungsbescheid zu {award.Reference}").And.Contain("6.000,00 EUR")
            .And.Contain("Nicht anerkannt sind Ausgaben von 6.000,00 EUR").And.Contain("am 02.08.2021 angehört")
            .And.Contain("beruht auf § 50 SGB X").And.Contain("Verwaltungsakt").And.Contain("Widerspruch"));
        Assert.That((letter["remedy"], letter["remedyEndsOn"]), Is.EqualTo(("objection", "")));
        var announced = (await app.Dispatch(letter, "served")).Succeeded();
        Assert.That((announced["status"], announced["announcedOn"], announced["remedyEndsOn"]),
            Is.EqualTo(("announced", "2021-08-30", "2021-09-30")));
        Assert.That((await app.As(award.Applicant).Get($"/letters/{letter["id"]}")).Succeeded()["repaymentClaimId"],
            Is.EqualTo(letter["repaymentClaimId"]));
    }

    [Test]
    public async Task Nothing_to_claim_is_no_letter()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 70_000_00);
        await app.Accepted(award, 70_000m);

        Assert.That(await Letters(award), Is.Empty);
    }

    /// <summary>
    /// 10,000.00 were claimed before, of which 3,000.00 are waived and 1,000.00 written off: the sums add up, and tell of neither.
    /// </summary>
    [Test]
    public async Task What_was_claimed_before_and_did_not_come_in_is_told_in_one_sum()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 80_000_00);
        var before = await ClaimedBefore(award, 10_000_00);
        await app.Relieved(before, "waivers", "3000.00");
        await app.Relieved(before, "write-offs", "1000.00");
        await app.Accepted(award, 60_000m);

        Assert.That(await Read(await app.Letter(await Last(award))), Does.Contain("gezahlt und nicht zurückgezahlt80.000,00 EUR")
            .And.Contain("schon zurückgefordert und nicht gezahlt10.000,00 EUR").And.Contain("Ihnen stehen zu60.000,00 EUR")
            .And.Contain("zu erstatten10.000,00 EUR").And.Not.Contain("offen"));
    }

    [Test]
    public async Task What_came_in_beyond_a_claim_is_in_the_sum_of_the_next_one()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 80_000_00);
        (await app.Repay(await ClaimedBefore(award, 1_000_00), 1_500m)).Succeeded();
        await app.Accepted(award, 60_000m);

        Assert.That(await Read(await app.Letter(await Last(award))), Does.Contain("gezahlt und nicht zurückgezahlt78.500,00 EUR")
            .And.Contain("Guthaben aus früheren Rückforderungen500,00 EUR").And.Contain("Ihnen stehen zu60.000,00 EUR")
            .And.Contain("zu erstatten19.000,00 EUR"));
    }

    [Test]
    public async Task A_revocation_names_the_day_and_the_reference_of_its_claim()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 60_000_00);
        var proposed = (await app.As("caseworker-1").Post($"/awards/{award.Id}/terminations", new
        {
            legalBasis = "§ 47 SGB X",
            effectiveOn = "2021-08-02",
            knownSince = "2021-08-02",
            keeps = Reports.Euros(41_237.50m),
            reason = "Für anderes verwendet.",
        })).Succeeded();
        var confirmed = (await app.As("decider-1").Post(proposed.Location + "/confirm", ifMatch: proposed.ETag, key: Payments.Key))
            .Succeeded();
        var claim = await app.Seen($"/repayment-claims/{confirmed["repaymentClaimId"]}");

        var letter = await Only(award);

        Assert.That((letter["kind"], letter["repaymentClaimId"]), Is.EqualTo(("termination", claim["id"])));
        Assert.That(await Read(letter), Does.Contain("Zu zahlen sind 18.762,50 EUR").And.Contain(German(claim["dueOn"]))
            .And.Contain(claim["reference"]));
    }

    /// <summary>The office is told what it owes, and not that 400.00 of it are written off.</summary>
    [Test]
    public async Task A_deferral_and_its_end_by_a_person_are_told_and_a_write_off_is_not()
    {
        var (award, claim) = await app.Owing(Act);
        await app.Relieved(claim, "write-offs", "400.00");
        Assert.That(await Letters(award), Is.Empty);

        var deferral = await app.Relieved(claim, "deferrals", until: "2021-11-27");
        var letter = await Only(award);
        Assert.That((letter["kind"], letter["repaymentClaimId"], letter["remedy"]),
            Is.EqualTo(("deferral", claim.Split('/')[^1], "objection")));
        Assert.That(await Read(letter), Does.Contain("Stundung der Forderung").And.Contain("1.000,00 EUR").And.Contain("29.11.2021")
            .And.Contain("Nachtragshaushalt").And.Contain("unterbricht die Verzinsung nicht").And.Contain("Widerspruch")
            .And.Not.Contain("600,00").And.Not.Contain("400,00"));

        var seen = await app.Seen(deferral, "finance-1");
        (await app.As("finance-1").Post(deferral + "/end", new { reason = "Der Haushalt gilt." }, seen.ETag)).Succeeded();

        var ended = await app.Letter(await Last(award));
        Assert.That(ended["kind"], Is.EqualTo("deferral-end"));
        Assert.That(await Read(ended), Does.Contain("bis zum 29.11.2021 endet am 30.08.2021").And.Contain("1.000,00 EUR")
            .And.Contain("der 01.09.2021").And.Contain("Der Haushalt gilt."));
    }

    [Test]
    public async Task The_clock_ends_a_deferral_without_a_letter_since_its_own_said_so()
    {
        var (award, claim) = await app.Owing();
        await app.Relieved(claim, "deferrals");

        await app.SetClock("2021-12-01");

        Assert.That((await app.Seen(claim))["status"], Is.EqualTo("claimed"));
        Assert.That(await Letters(award), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_waiver_says_what_is_given_up_by_what_and_what_stays_open()
    {
        var (award, claim) = await app.Owing(Act);
        await app.Relieved(claim, "write-offs", "100.00");
        var proposed = (await app.As("finance-1").Post(claim + "/waivers",
            new { reason = "Unbillig", legalBasis = "§ 59 Absatz 1 Nummer 3 LHO NRW", amount = Reports.Euros(300m) })).Succeeded();
        Assert.That(await Letters(award), Is.Empty, "nothing is decided by a proposal");
        (await app.Confirm(proposed)).Succeeded();

        var letter = await Only(award);

        Assert.That((letter["kind"], letter["repaymentClaimId"]), Is.EqualTo(("waiver", claim.Split('/')[^1])));
        Assert.That(await Read(letter), Does.Contain("werden Ihnen 300,00 EUR erlassen").And.Contain("Offen bleiben 700,00 EUR")
            .And.Contain("01.09.2021").And.Contain("Unbillig").And.Contain("§ 59 Absatz 1 Nummer 3 LHO NRW.")
            .And.Contain("Verwaltungsakt").And.Contain("Widerspruch"));
        var (other, whole) = await app.Owing();
        await app.Relieved(whole, "waivers");
        Assert.That(await Read(await Only(other)), Does.Contain("Von ihr ist nichts mehr offen."));
    }

    [Test]
    public async Task A_relief_that_is_refused_is_no_letter()
    {
        var (award, claim) = await app.Owing();
        foreach (var path in (string[])["deferrals", "waivers"])
        {
            var proposed = (await app.Propose(claim, path)).Succeeded();
            (await app.As("finance-2").Post(proposed.Location + "/refuse", new { reason = "Nein" }, proposed.ETag)).Succeeded();
        }
        Assert.That(await Letters(award), Is.Empty);
    }

    /// <summary>A report of which something is disallowed, up to its findings; the answer is its tag.</summary>
    async Task<string?> Examined(SeededAward award, decimal spent, decimal disallowed)
    {
        var applicant = app.As(award.Applicant);
        (await applicant.Post(award.Report + "/receipts", new
        {
            receipts = new[]
            {
                new
                {
                    number = "1",
                    paidOn = "2019-06-03",
                    payee = "Network",
                    purpose = "Network",
                    category = "personnel",
                    amount = Reports.Euros(spent),
                },
            },
        })).Succeeded();
        var receipt = (await applicant.Get(award.Report + "/receipts")).Succeeded().Json.GetProperty("items")[0]
            .GetProperty("id").GetString();
        var tag = (await applicant.Get(award.Report)).Succeeded().ETag;
        tag = (await applicant.Put(award.Report,
            new { narrative = "We met.", ownFunds = Reports.Euros(0), thirdPartyIncome = Reports.Euros(0) }, tag)).Succeeded().ETag;
        tag = (await applicant.Post(award.Report + "/submit", new { expenditure = Reports.Euros(spent), finishedEarly = true }, tag))
            .Succeeded().ETag;
        tag = (await app.As("finance-1").Post(award.Report + "/examine", ifMatch: tag)).Succeeded().ETag;
        return (await app.As("finance-1").Post(award.Report + "/findings", new
        {
            findings = new[] { new { receiptId = receipt, recognised = Reports.Euros(spent - disallowed), reason = "Kein Bezug" } },
        }, tag)).Succeeded().ETag;
    }

    /// <summary>A claim that was made before the report: its path.</summary>
    async Task<string> ClaimedBefore(SeededAward award, long cents)
    {
        var claim = await app.Db.Write<RepaymentClaim>(Author.System(TimeProvider.System), async tx => await RepaymentClaim.Claim(
            tx, tx.NewId(), RepaymentClaimKind.Revoked, null, (await Award.Find(tx, award.Id))!, new(cents), new DateOnly(2021, 8, 2)),
            CancellationToken.None);
        return $"/repayment-claims/{claim.Value.Id}";
    }

    static string German(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
