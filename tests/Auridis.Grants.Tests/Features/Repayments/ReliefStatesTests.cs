using Auridis.Grants.Api.Features.Repayments;
using Amount = Auridis.Grants.Api.Values.Money;

namespace Auridis.Grants.Tests.Features.Repayments;

/// <summary>Every command in every state of a deferral, a waiver and a write-off, and what they make of a claim in each of its.</summary>
public sealed class ReliefStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Deferral = new("""
                  confirm   confirm-own refuse  end
        proposed  confirmed four-eyes   refused .
        confirmed .         four-eyes   .       ended
        refused   .         four-eyes   .       .
        ended     .         four-eyes   .       .
        """);

    static readonly StateTable Other = new("""
                  confirm   confirm-own refuse
        proposed  confirmed four-eyes   refused
        confirmed .         four-eyes   .
        refused   .         four-eyes   .
        """);

    static readonly StateTable Claim = new("""
                    deferrals      waivers-part   waivers        write-offs-part write-offs
        claimed     deferred       claimed        waived         claimed         written-off
        partly-paid deferred       partly-paid    waived         partly-paid     written-off
        deferred    deferred       deferred       waived         deferred        written-off
        paid        claim-not-open claim-not-open claim-not-open claim-not-open  claim-not-open
        overpaid    claim-not-open claim-not-open claim-not-open claim-not-open  claim-not-open
        waived      claim-not-open claim-not-open claim-not-open claim-not-open  claim-not-open
        written-off claim-not-open claim-not-open claim-not-open claim-not-open  claim-not-open
        cancelled   claim-not-open claim-not-open claim-not-open claim-not-open  claim-not-open
        """);

    [SetUp]
    public Task Before_it_is_due() => app.ItIs("2021-08-30");

    [TestCase("deferrals")]
    [TestCase("waivers")]
    [TestCase("write-offs")]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere(string path) => Assert.That(
        await TableOf(path).Differences(
            state => In(path, state), (command, before) => Do(path, command, before),
            before => app.As("auditor-1").Get(PathOf(path, before))),
        Is.Empty);

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Deferral.NeverReached.Concat(Other.NeverReached), Is.Empty);
        Assert.That(Deferral.NeverLeft, Is.EqualTo(["refused", "ended"]));
        Assert.That(Other.NeverLeft, Is.EqualTo(["confirmed", "refused"]));
    });

    [Test]
    public async Task Each_eases_a_claim_of_which_something_is_open_and_no_other() => Assert.That(
        await Claim.Differences(ClaimIn, Ease, claim => app.As("auditor-1").Get(claim)), Is.Empty);

    static StateTable TableOf(string path) => path is "deferrals" ? Deferral : Other;

    static string PathOf(string path, Answer relief) => $"/{path}/{relief["id"]}";

    async Task<Answer> In(string path, string state)
    {
        var (_, claim) = await app.Owing();
        var proposed = (await app.Propose(claim, path)).Succeeded();
        switch (state)
        {
            case "confirmed":
                return (await Do(path, "confirm", proposed)).Succeeded();
            case "refused":
                return (await Do(path, "refuse", proposed)).Succeeded();
            case "ended":
                return (await Do(path, "end", (await Do(path, "confirm", proposed)).Succeeded())).Succeeded();
            default:
                return proposed;
        }
    }

    Task<Answer> Do(string path, string command, Answer relief)
    {
        var step = PathOf(path, relief);
        return command switch
        {
            "confirm" => app.As("finance-2").Post(step + "/confirm", ifMatch: relief.ETag, key: Payments.Key),
            "confirm-own" => app.As("finance-1").Post(step + "/confirm", ifMatch: relief.ETag, key: Payments.Key),
            _ => app.As("finance-2").Post($"{step}/{command}", new { reason = "x" }, relief.ETag),
        };
    }

    /// <summary>A new claim that was brought into a state.</summary>
    async Task<string> ClaimIn(string state)
    {
        var (_, claim) = await app.Owing();
        await (state switch
        {
            "partly-paid" => app.Repay(claim, 100),
            "deferred" => app.Relieved(claim, "deferrals", until: "2021-10-29"),
            "paid" => app.Repay(claim, 1_000),
            "waived" => app.Relieved(claim, "waivers"),
            "written-off" => app.Relieved(claim, "write-offs"),
            "overpaid" => Write(claim, standing => standing.Receive(new Amount(1_000_01)), ClaimStep.Receipt),
            "cancelled" => Write(claim, standing => standing.Reduce(new Amount(1_000_00)), ClaimStep.Reduction),
            _ => Task.CompletedTask,
        });
        Assert.That((await app.Seen(claim))["status"], Is.EqualTo(state));
        return claim;
    }

    /// <summary>Proposes and confirms: the refusal, or what was confirmed.</summary>
    async Task<Answer> Ease(string command, string claim)
    {
        var inPart = command.EndsWith("-part", StringComparison.Ordinal);
        var proposed = await app.Propose(claim, inPart ? command[..^"-part".Length] : command, inPart ? "10.00" : null);
        return proposed.Code is null ? await app.Confirm(proposed) : proposed;
    }

    Task<Outcome<bool>> Write(string claim, Func<ClaimStanding, ClaimStanding> change, ClaimStep step) =>
        app.Db.Write<bool>(Author.System(TimeProvider.System), async tx =>
        {
            var held = (await RepaymentClaim.Lock(tx, Guid.Parse(claim.Split('/')[^1])))!;
            await held.Write(tx, change(held.Standing), step);
            return true;
        }, CancellationToken.None);
}
