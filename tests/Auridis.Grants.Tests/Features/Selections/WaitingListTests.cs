namespace Auridis.Grants.Tests.Features.Selections;

/// <summary>Places that become free after the publication.</summary>
public sealed class WaitingListTests(DatabaseKind kind) : SelectionFixture(kind)
{
    [Test]
    public async Task A_place_that_becomes_free_goes_to_the_waiting_list_first()
    {
        // The third has no quorum of reviews yet when the others are decided on.
        var round = await Round.Play(app, "WAITING", 4, terms => terms with { ReviewQuorum = 2, SiteLimit = 1 }, index => (10 - index, 5),
            reviews: 1);
        var (selected, waiting, later, alsoWaiting) =
            (round.Applications[0], round.Applications[1], round.Applications[2], round.Applications[3]);
        await app.Reviewed($"/applications/{selected.Id}", "reviewer-2", 10, 5);
        await app.Reviewed($"/applications/{waiting.Id}", "reviewer-2", 5, 5);
        await app.Reviewed($"/applications/{alsoWaiting.Id}", "reviewer-2", 1, 1);
        (await round.Publish(await round.Confirmed())).Succeeded();
        await app.Reviewed($"/applications/{later.Id}", "reviewer-2", 10, 10);
        var decider = app.As("decider-1");
        Assert.That(Members((await decider.Get(round.Programme + "/ranking")).Succeeded(), "ranked", "reference"),
            Is.EqualTo([later.Reference, waiting.Reference, alsoWaiting.Reference]));
        Assert.That(Members((await decider.Get(round.Programme + "/ranking")).Succeeded(), "ranked", "waitlistPlace"),
            Is.EqualTo(["", "1", "2"]));

        var award = await round.AwardOf(selected);
        (await app.Applicant(selected.Office)
            .Post($"/awards/{award["id"]}/decline", new { reason = "Doch nicht" }, award.ETag, key: "waiting")).Succeeded();

        Task<Answer> Choose(RoundApplication application, string? reason = null) => decider.Post(round.Programme + "/selections",
            Choices(new { applicationId = application.Id, decision = "select", amount = application.Requested, reason }));
        Assert.That((await Choose(later)).Refused(409, "skip-needs-reason")["skippedReference"], Is.EqualTo(waiting.Reference));
        Assert.That((await Choose(alsoWaiting)).Refused(409, "skip-needs-reason")["skippedReference"], Is.EqualTo(waiting.Reference));
        (await Choose(later, "Einziger Antrag aus dem Regierungsbezirk")).Succeeded();
        (await Choose(waiting)).Succeeded();

        var promotion = await round.Confirmed();
        Assert.That(Members(promotion, "decisions", "applicationReference"),
            Is.EqualTo([waiting.Reference, alsoWaiting.Reference, later.Reference]));
        Assert.That(Members(promotion, "decisions", "decision"), Is.EqualTo(["select", "waitlist", "waitlist"]));
        (await round.Publish(promotion)).Succeeded();
        var list = (await decider.Get(round.Programme + "/ranking")).Succeeded();
        Assert.That(Members(list, "ranked", "reference").Zip(Members(list, "ranked", "waitlistPlace")),
            Is.EquivalentTo([(alsoWaiting.Reference, "2"), (later.Reference, "3")]));
        Assert.That((await decider.Get($"/applications/{waiting.Id}"))["waitlistPlace"], Is.Empty, "it has left the list");
    }
}
