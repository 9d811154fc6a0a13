namespace Auridis.Grants.Tests.Features.Awards;

/// <summary>Every command in every state of an amendment.</summary>
public sealed class AmendmentStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Table = new("""
                  endorse  approve  refuse  withdraw
        proposed  endorsed .        refused withdrawn
        endorsed  .        approved refused withdrawn
        approved  .        .        .       .
        refused   .        .        .       .
        withdrawn .        .        .       .
        """);

    [SetUp]
    public Task After_the_offer() => app.ItIs("2019-03-01");

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere() =>
        Assert.That(await Table.Differences(In, Do, before => app.As("auditor-1").Get("/amendments/" + before["id"])), Is.Empty);

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["approved", "refused", "withdrawn"]));
    });

    /// <summary>A new amendment of a new award that was brought into a state; the office has proposed it.</summary>
    async Task<Answer> In(string state)
    {
        var award = await SeededAward.Insert(app.Db);
        var amendment = (await app.As(award.Applicant).Post($"/awards/{award.Id}/amendments",
            new { kind = "extension", endsOn = "2021-03-31", reason = "Später begonnen" })).Succeeded();
        string[] steps = state switch
        {
            "proposed" => [],
            "endorsed" => ["endorse"],
            "approved" => ["endorse", "approve"],
            "refused" => ["refuse"],
            _ => ["withdraw"],
        };
        foreach (var step in steps)
            amendment = (await Do(step, amendment)).Succeeded();
        return amendment;
    }

    Task<Answer> Do(string command, Answer amendment)
    {
        var (person, body) = command switch
        {
            "endorse" => ("caseworker-1", null),
            "approve" => ("decider-1", null),
            "refuse" => ("decider-2", new { reason = "Nicht nötig" }),
            _ => (amendment["proposedBy"].Split('#')[1], (object?)null),
        };
        return app.As(person).Post($"/amendments/{amendment["id"]}/{command}", body, amendment.ETag, Payments.Key);
    }
}
