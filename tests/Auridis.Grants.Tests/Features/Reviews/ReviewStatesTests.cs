namespace Auridis.Grants.Tests.Features.Reviews;

/// <summary>Every command in every state of a review.</summary>
public sealed class ReviewStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Table = new("""
                    declare     conflict   scores              submit              withdraw  reassign
        assigned    in-progress conflicted conflict-undeclared conflict-undeclared withdrawn withdrawn
        in-progress .           conflicted in-progress         submitted           withdrawn withdrawn
        submitted   .           .          .                   .                   withdrawn withdrawn
        conflicted  .           .          .                   .                   .         .
        withdrawn   .           .          .                   .                   .         .
        """);

    static readonly object Scores = new
    {
        scores = Sample.Terms.Criteria.Select(criterion => new { criterion = criterion.Code, points = 7, comment = "Begründet" }),
    };

    int reviewers;

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere()
    {
        var application = await app.InReview("REVIEW-STATES", "05512000");

        var differences = await Table.Differences(
            async state =>
            {
                var reviewer = $"reviewer-in-state-{++reviewers}";
                return (Reviewer: reviewer, Review: await In(state, application, reviewer));
            },
            (command, subject) => Do(command, subject.Reviewer, subject.Review),
            subject => app.As("caseworker-1").Get("/reviews/" + subject.Review["id"]));

        Assert.That(differences, Is.Empty);
    }

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["conflicted", "withdrawn"]));
    });

    /// <summary>A new review that was brought into a state, as its caseworker sees it.</summary>
    async Task<Answer> In(string state, string application, string reviewer)
    {
        var review = await app.Assigned(application, reviewer);
        string[] steps = state switch
        {
            "assigned" => [],
            "in-progress" => ["declare", "scores"],
            "submitted" => ["declare", "scores", "submit"],
            "conflicted" => ["conflict"],
            _ => ["withdraw"],
        };
        foreach (var step in steps)
            review = (await Do(step, reviewer, review)).Succeeded();
        return (await app.As("caseworker-1").Get("/reviews/" + review["id"])).Succeeded();
    }

    Task<Answer> Do(string command, string reviewer, Answer review)
    {
        var (path, person) = ("/reviews/" + review["id"], app.Person(reviewer, [Role.Reviewer]));
        var caseworker = app.As("caseworker-1");
        return command switch
        {
            "declare" => person.Post(path + "/declare", new { conflict = false }, review.ETag),
            "conflict" => person.Post(path + "/declare", new { conflict = true, reason = "Befreundet" }, review.ETag),
            "scores" => person.Put(path + "/scores", Scores, review.ETag),
            "submit" => person.Post(path + "/submit", ifMatch: review.ETag),
            "withdraw" => caseworker.Post(path + "/withdraw", new { reason = "Krank" }, review.ETag),
            _ => caseworker.Post(path + "/reassign", new { subject = reviewer + "-instead", reason = "Krank" }, review.ETag),
        };
    }
}
