namespace Auridis.Grants.Tests.Features.Letters;

/// <summary>Every command in every state of a letter; the days that pass, and the office that reads, are commands as well.</summary>
public sealed class LetterStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Office = "05512000";

    static readonly StateTable Table = new("""
                   post              portal            hand-over         receipt                 read       eleven-days
        created    dispatched        dispatched        announced         receipt-before-dispatch not-found  created
        dispatched letter-dispatched letter-dispatched letter-dispatched letter-not-announced    dispatched unread
        announced  letter-dispatched letter-dispatched letter-dispatched announced               announced  announced
        unread     dispatched        dispatched        announced         letter-not-announced    not-found  unread
        """);

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere()
    {
        var programmes = 0;

        var differences = await Table.Differences(
            state => In(state, $"STATES-{++programmes}"), Do, before => app.Letter(before["id"]));

        Assert.That(differences, Is.Empty);
    }

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["announced"]));
    });

    /// <summary>The letter of a return in a programme of its own; one that is dispatched waits in the portal.</summary>
    async Task<Answer> In(string state, string code)
    {
        var day = app.Today();
        var programme = await app.OpenProgramme(code, Sample.Terms with
        {
            OpensOn = day,
            ClosesOn = day,
            FundingStartsOn = day.AddMonths(1),
            FundingEndsOn = day.AddMonths(13),
        });
        var submitted = await app.Submitted(programme, Office);
        (await app.As("caseworker-1").Post(submitted.Path() + "/return",
            new { points = new[] { new { pointer = "/title", text = "Zu lang." } }, mendBy = day.AddYears(1) }, submitted.ETag))
            .Succeeded();
        var letter = await app.LetterOf(submitted.Path());
        switch (state)
        {
            case "dispatched":
                return (await Do("portal", letter)).Succeeded();
            case "announced":
                return (await Do("hand-over", letter)).Succeeded();
            case "unread":
                await Do("portal", letter);
                return await Do("eleven-days", letter);
            default:
                return letter;
        }
    }

    async Task<Answer> Do(string command, Answer letter)
    {
        switch (command)
        {
            case "receipt":
                return await app.Receive(letter, app.Today());
            case "read":
                return await app.Applicant(Office).Get("/letters/" + letter["id"]);
            case "eleven-days":
                await app.Pass(11);
                return await app.Letter(letter["id"]);
            default:
                return await app.Dispatch(letter, command is "hand-over" ? "handed-over" : command);
        }
    }
}
