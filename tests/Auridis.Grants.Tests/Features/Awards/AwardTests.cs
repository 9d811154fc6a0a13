using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Awards;

public sealed class AwardTests(DatabaseKind kind) : ApiTests(kind)
{
    Task<List<string>> Ledger(string awardId) => app.Db.Read(session => session.All<string>("""
        select e.Event from JournalEntry e where e.AwardId = @awardId order by e.Seq
        """, new { awardId = Guid.Parse(awardId) }), CancellationToken.None);

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static string Lines(Answer award) => string.Join(", ", award.Json.GetProperty("lines").EnumerateArray().Select(line =>
        $"{line.GetProperty("category").GetString()} {line.GetProperty("amount").GetProperty("amount").GetString()}"));

    [Test]
    public async Task An_offer_copies_what_it_is_governed_by()
    {
        var round = await Round.Play(app, "COPY", 2);
        var programme = await round.Now();
        var award = (await round.Offer(round.Applications[0]))[0];

        Assert.Multiple(() =>
        {
            Assert.That((award["reference"], award["status"], award["amount.amount"], award["officeAgs"]),
                Is.EqualTo(("GA-COPY-Z-01", "offered", "80000.00", round.Applications[0].Office)));
            Assert.That(Lines(award), Is.EqualTo("personnel 90000.00, training 10000.00"));
            Assert.That((award["financing.grant.amount"], award["financing.own.amount"], award["financing.thirdParty.amount"]),
                Is.EqualTo(("80000.00", "15000.00", "5000.00")));
            Assert.That(award["committed.amount"], Is.EqualTo("80000.00"));
            Assert.That(award["terms"], Is.EqualTo(programme["terms"]));
            Assert.That((award["startsOn"], award["endsOn"]),
                Is.EqualTo((programme["terms.fundingStartsOn"], programme["terms.fundingEndsOn"])));
            var end = DateOnly.Parse(programme["terms.fundingEndsOn"], System.Globalization.CultureInfo.InvariantCulture);
            Assert.That(award["reportDueOn"],
                Is.EqualTo(Periods.MonthsAfterEnd(end, 6).ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
        });
        Assert.That(await Ledger(award["id"]), Is.EqualTo(["commitment"]));
        Assert.That((await round.Offer(round.Applications[1]))[0]["reference"], Is.EqualTo("GA-COPY-Z-02"));
    }

    [Test]
    public async Task A_smaller_award_has_smaller_lines()
    {
        var round = await Round.Play(app, "SMALLER", 1);
        var draft = (await app.As("decider-1").Post(round.Programme + "/selections",
            new { decisions = new[] { Round.Select(round.Applications[0] with { Requested = new Money(70_000_01) }) } })).Succeeded();
        var proposed = (await app.As("decider-1").Post(draft.Location + "/propose", ifMatch: draft.ETag)).Succeeded();
        (await round.Publish((await app.As("decider-2").Post(draft.Location + "/confirm", ifMatch: proposed.ETag)).Succeeded()))
            .Succeeded();

        // 9,999.99 less of 100,000.00 in all: 90 % and 10 % of 90,000.01.
        var award = await round.AwardOf(round.Applications[0]);
        Assert.That(Lines(award), Is.EqualTo("personnel 81000.01, training 9000.00"));
        Assert.That((award["financing.grant.amount"], award["financing.own.amount"], award["financing.thirdParty.amount"]),
            Is.EqualTo(("70000.01", "15000.00", "5000.00")));
    }

    [Test]
    public async Task With_a_waiver_an_accepted_award_is_active_at_once()
    {
        var round = await Round.Play(app, "WAIVER", 1);
        var award = await round.Activate(round.Applications[0]);

        Assert.That((award["status"], award["acceptedOn"]), Is.EqualTo(("active", award["finalFrom"])));
        Assert.That((await round.Now())["status"], Is.EqualTo("running"));
        var due = await app.Db.Read(session => session.One<DateOnly>("select DueOn from SpendingReport where AwardId = @id",
            new { id = Guid.Parse(award["id"]) }), CancellationToken.None);
        Assert.That(due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(award["reportDueOn"]));
        (await app.Applicant(round.Applications[0].Office)
            .Post($"/awards/{award["id"]}/decline", new { reason = "Doch nicht" }, award.ETag, key: "late")).Refused(409, "wrong-state");
    }

    [Test]
    public async Task Without_a_waiver_it_waits_for_its_letter_and_for_the_end_of_the_remedies()
    {
        var round = await Round.Play(app, "REMEDY", 1);
        var award = (await round.Offer(round.Applications[0]))[0];
        var path = $"/awards/{award["id"]}";
        var caseworker = app.As("caseworker-1");
        var accepted = (await app.Applicant(round.Applications[0].Office).Post(path + "/accept", new { waiveRemedies = false }, award.ETag))
            .Succeeded();
        Assert.That((accepted["status"], accepted["finalFrom"], (await round.Now())["status"]),
            Is.EqualTo(("accepted", "", "decided")));
        (await caseworker.Post(path + "/activate", ifMatch: accepted.ETag)).Refused(409, "letter-not-announced");

        var letter = (await app.Dispatch(await app.LetterOf($"/applications/{award["applicationId"]}"), "post")).Succeeded();
        var announced = (await caseworker.Get(path)).Succeeded();
        var lastDay = Day(letter["remedyEndsOn"]);
        Assert.That(Day(announced["finalFrom"]), Is.EqualTo(lastDay.AddDays(1)));
        await app.SetClock(letter["remedyEndsOn"]);
        var early = (await caseworker.Post(path + "/activate", ifMatch: announced.ETag)).Refused(409, "award-not-final");
        Assert.That(early["finalFrom"], Is.EqualTo(announced["finalFrom"]));
        Assert.That((await round.Now())["status"], Is.EqualTo("decided"));
        await app.SetClock(announced["finalFrom"]);
        Assert.That((await caseworker.Post(path + "/activate", ifMatch: announced.ETag)).Succeeded()["status"], Is.EqualTo("active"));
        Assert.That((await round.Now())["status"], Is.EqualTo("running"));
    }

    [Test]
    public async Task What_was_announced_before_it_was_accepted_stays_final_from_that_day_also_with_a_late_waiver()
    {
        var round = await Round.Play(app, "ANNOUNCED", 1);
        var award = (await round.Offer(round.Applications[0]))[0];
        var (office, path) = (app.Applicant(round.Applications[0].Office), $"/awards/{award["id"]}");
        var letter = (await app.Dispatch(await app.LetterOf($"/applications/{award["applicationId"]}"), "served")).Succeeded();
        var finalFrom = Day(letter["remedyEndsOn"]).AddDays(1);

        var accepted = (await office.Post(path + "/accept", new { waiveRemedies = false }, (await office.Get(path)).ETag)).Succeeded();
        Assert.That((accepted["status"], Day(accepted["finalFrom"])), Is.EqualTo(("accepted", finalFrom)));

        await app.SetClock(LetterSteps.Written(finalFrom.AddDays(3)));
        var active = (await office.Post(path + "/waive-remedies", ifMatch: accepted.ETag)).Succeeded();
        Assert.That((active["status"], Day(active["finalFrom"])), Is.EqualTo(("active", finalFrom)));
    }

    [Test]
    public async Task A_later_receipt_of_its_letter_moves_the_day_from_which_it_is_final()
    {
        var round = await Round.Play(app, "RECEIPT", 1);
        var award = (await round.Offer(round.Applications[0]))[0];
        var letter = (await app.Dispatch(await app.LetterOf($"/applications/{award["applicationId"]}"), "post")).Succeeded();
        await app.Pass(10);

        var received = (await app.Receive(letter, app.Today())).Succeeded();

        Assert.That(Day(received["announcedOn"]), Is.EqualTo(app.Today()));
        Assert.That(Day((await app.As("auditor-1").Get($"/awards/{award["id"]}"))["finalFrom"]),
            Is.EqualTo(Day(received["remedyEndsOn"]).AddDays(1)));
    }

    [Test]
    public async Task What_its_office_reads_in_the_portal_begins_the_period_and_a_waiver_still_ends_it()
    {
        var round = await Round.Play(app, "PORTAL", 1);
        var award = (await round.Offer(round.Applications[0]))[0];
        var office = app.Applicant(round.Applications[0].Office);
        var path = $"/awards/{award["id"]}";
        var letter = (await app.Dispatch(await app.LetterOf($"/applications/{award["applicationId"]}"), "portal")).Succeeded();
        Assert.That((await office.Get(path)).Succeeded()["finalFrom"], Is.Empty);

        var read = (await office.Get($"/letters/{letter["id"]}")).Succeeded();
        var announced = (await office.Get(path)).Succeeded();
        Assert.That(Day(announced["finalFrom"]), Is.EqualTo(Day(read["remedyEndsOn"]).AddDays(1)));
        (await office.Post(path + "/accept", new { waiveRemedies = true }, award.ETag)).Refused(412, "stale-version");
        var active = (await office.Post(path + "/accept", new { waiveRemedies = true }, announced.ETag)).Succeeded();
        Assert.That((active["status"], Day(active["finalFrom"])), Is.EqualTo(("active", app.Today())));

        await app.Pass(5);
        (await app.Receive(await app.Letter(letter["id"]), app.Today())).Succeeded();
        Assert.That((await office.Get(path)).Text, Is.EqualTo(active.Text), "one that is active stays as it is");
    }

    [Test]
    public async Task A_contract_is_final_when_both_have_signed_it()
    {
        var round = await Round.Play(
            app, "CONTRACT", 1, terms => terms with { LegalForm = LegalForm.PublicContract });
        var offered = (await round.Offer(round.Applications[0]))[0];
        var office = app.Applicant(round.Applications[0].Office);
        var path = $"/awards/{offered["id"]}";
        (await app.As("decider-1").Post(path + "/countersign", ifMatch: offered.ETag)).Refused(409, "wrong-state");
        (await office.Post(path + "/accept", new { waiveRemedies = true }, offered.ETag)).Refused(409, "no-remedy");
        var accepted = (await office.Post(path + "/accept", new { waiveRemedies = false }, offered.ETag)).Succeeded();
        (await office.Post(path + "/waive-remedies", ifMatch: accepted.ETag)).Refused(409, "no-remedy");
        (await app.As("caseworker-1").Post(path + "/activate", ifMatch: accepted.ETag)).Refused(409, "not-countersigned");
        Assert.That((await office.Get(path)).Text, Is.EqualTo(accepted.Text));

        var letter = (await app.Dispatch(await app.LetterOf($"/applications/{offered["applicationId"]}"), "handed-over")).Succeeded();
        Assert.That((letter["remedy"], letter["remedyEndsOn"]), Is.EqualTo(("none", "")));
        (await app.As("decider-1").Post(path + "/countersign", ifMatch: "\"9\"")).Refused(412, "stale-version");
        var signed = (await app.As("decider-1").Post(path + "/countersign", ifMatch: accepted.ETag)).Succeeded();

        Assert.That((signed["status"], signed["countersignedOn"], Day(signed["finalFrom"])),
            Is.EqualTo(("active", LetterSteps.Written(app.Today()), app.Today())));
        Assert.That((await round.Now())["status"], Is.EqualTo("running"));
    }

    [Test]
    public async Task An_act_is_not_countersigned()
    {
        var round = await Round.Play(app, "ACT", 1);
        var offered = (await round.Offer(round.Applications[0]))[0];
        var accepted = (await app.Applicant(round.Applications[0].Office)
            .Post($"/awards/{offered["id"]}/accept", new { waiveRemedies = false }, offered.ETag)).Succeeded();

        (await app.As("decider-1").Post($"/awards/{offered["id"]}/countersign", ifMatch: accepted.ETag)).Refused(409, "no-contract");

        Assert.That((await app.As("auditor-1").Get($"/awards/{offered["id"]}")).Text, Is.EqualTo(accepted.Text));
    }

    [Test]
    public async Task A_later_waiver_makes_it_active_too()
    {
        var round = await Round.Play(app, "LATER", 1);
        var award = (await round.Offer(round.Applications[0]))[0];
        var applicant = app.Applicant(round.Applications[0].Office);
        (await applicant.Post($"/awards/{award["id"]}/waive-remedies", ifMatch: award.ETag)).Refused(409, "wrong-state");
        var accepted = (await applicant.Post($"/awards/{award["id"]}/accept", new { waiveRemedies = false }, award.ETag)).Succeeded();

        var active = (await applicant.Post($"/awards/{award["id"]}/waive-remedies", ifMatch: accepted.ETag)).Succeeded();
        Assert.That((active["status"], active["finalFrom"]), Is.EqualTo(("active", accepted["acceptedOn"])));
    }

    [Test]
    public async Task A_declined_offer_frees_its_place_and_its_money()
    {
        var round = await Round.Play(app, "DECLINED", 2, terms => terms with { SiteLimit = 1 }, index => (10 - index, 5));
        (await round.Publish(await round.Confirmed())).Succeeded();
        var award = await round.AwardOf(round.Applications[0]);
        var promotion = await round.Confirmed(round.Applications[1]);
        (await round.Publish(promotion)).Refused(409, "site-limit-reached");

        var applicant = app.Applicant(round.Applications[0].Office);
        (await applicant.Post($"/awards/{award["id"]}/decline", new { reason = "Stelle nicht besetzt" }, award.ETag))
            .Refused(400, "idempotency-key-missing");
        var declined = (await applicant.Post($"/awards/{award["id"]}/decline", new { reason = "Stelle nicht besetzt" }, award.ETag,
            key: "decline")).Succeeded();
        Assert.That((declined["status"], declined["declineReason"]), Is.EqualTo(("declined", "Stelle nicht besetzt")));
        var programme = await round.Now();
        Assert.That((programme["selected"], programme["committed.amount"]), Is.EqualTo(("0", "0.00")));
        Assert.That((await app.As("caseworker-1").Get($"/applications/{round.Applications[0].Id}"))["status"], Is.EqualTo("lapsed"));
        Assert.That(await Ledger(award["id"]), Is.EqualTo(["commitment", "commitment-release"]));

        (await round.Publish(promotion)).Succeeded();
        Assert.That((await round.AwardOf(round.Applications[1]))["reference"], Is.EqualTo("GA-DECLINED-Z-02"));
    }

    [Test]
    public async Task An_office_sees_and_answers_only_its_own_offer()
    {
        var round = await Round.Play(app, "OWN", 2);
        var awards = await round.Offer(round.Applications[0], round.Applications[1]);
        var other = app.Applicant(round.Applications[1].Office);
        var path = $"/awards/{awards[0]["id"]}";

        (await other.Get(path)).Refused(404, "not-found");
        (await other.Post(path + "/accept", new { waiveRemedies = true }, awards[0].ETag)).Refused(404, "not-found");
        (await other.Post(path + "/decline", new { reason = "Nein" }, awards[0].ETag, key: "other")).Refused(404, "not-found");
        (await app.As("caseworker-1").Post(path + "/accept", new { waiveRemedies = true }, awards[0].ETag)).Refused(403, "forbidden");
        (await other.Post($"/awards/{awards[1]["id"]}/accept", new { waiveRemedies = true }, "\"7\"")).Refused(412, "stale-version");

        static List<string> References(Answer list) =>
            [.. list.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("reference").GetString()!)];
        Assert.That(References((await other.Get($"/awards?programmeId={round.ProgrammeId}")).Succeeded()),
            Is.EqualTo([awards[1]["reference"]]));
        Assert.That(References((await app.As("finance-1").Get($"/awards?programmeId={round.ProgrammeId}&status=offered")).Succeeded()),
            Is.EqualTo(["GA-OWN-Z-01", "GA-OWN-Z-02"]).AsCollection);
        Assert.That(References((await app.As("finance-1").Get($"/awards?programmeId={round.ProgrammeId}&status=active")).Succeeded()),
            Is.Empty);
    }
}
