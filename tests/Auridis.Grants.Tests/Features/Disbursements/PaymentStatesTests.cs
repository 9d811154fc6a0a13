namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>
/// Every command in every state of a payment. What is recorded and not confirmed is a state of its own here; <c>stop2</c> is the second
/// person's step, and <c>!stop</c> the problem that no stop is proposed, and so on.
/// </summary>
public sealed class PaymentStatesTests(DatabaseKind kind) : PaymentFixture(kind)
{
    static readonly StateTable Table = new(
        """
                      approve  release  reject   cancel    stop     stop2   settle   settle2 return    return2  withdraw
        requested     approved .        rejected cancelled .        .       .        .       .         .        .
        approved      .        released rejected .         .        .       .        .       .         .        .
        released      .        .        .        .         stopping !stop   booked   !settle .         .        !record
        stopping      .        .        .        .         stopping stopped booked   !settle .         .        released
        booked        .        .        .        .         !booked  !stop   booked   settled .         .        released
        batched       .        .        .        .         !batch   !stop   !batch   !settle .         .        !record
        instructed    .        .        .        .         .        .       clearing !settle bouncing  !return  !record
        clearing      .        .        .        .         .        .       clearing settled !booked   !return  instructed
        failing       .        .        .        .         .        .       clearing !settle bouncing  !return  instructed
        bouncing      .        .        .        .         .        .       clearing !settle bouncing  returned instructed
        settled       .        .        .        .         .        .       .        .       returning !return  !record
        returning     .        .        .        .         .        .       .        .       returning returned settled
        rejected      .        .        .        .         .        .       .        .       .         .        .
        cancelled     .        .        .        .         .        .       .        .       .         .        .
        stopped       .        .        .        .         .        .       .        .       .         .        .
        returned      .        .        .        .         .        .       .        .       .         .        .
        bank-rejected .        .        .        .         .        .       .        .       .         .        .
        """,
        """
                      retry     batch     refuse  refuse2
        requested     .         !released .       .
        approved      .         !released .       .
        released      .         batched   .       .
        stopping      .         !pending  .       .
        booked        .         !pending  .       .
        batched       .         !taken    .       .
        instructed    .         !taken    failing !refuse
        clearing      .         !taken    !booked !refuse
        failing       .         !taken    failing bank-rejected
        bouncing      .         !taken    failing !refuse
        settled       .         !released .       .
        returning     .         !released .       .
        rejected      requested !released .       .
        cancelled     .         !released .       .
        stopped       requested !released .       .
        returned      requested !released .       .
        bank-rejected requested !taken    .       .
        """);

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere()
    {
        var award = await SeededAward.Insert(app.Db);
        List<string> differences = [];
        foreach (var (state, command, expected) in Table.Pairs)
        {
            var before = await In(state, award);

            var answer = await Do(PathOf(command), before, award, "finance-2", "treasury-2");

            var after = await Read(before);
            var outcome = answer.Code switch
            {
                null => StateOf(command is "retry" ? answer : after),
                "wrong-state" => ".",
                "settlement-recorded" => "!booked",
                "stop-not-proposed" => "!stop",
                "settlement-not-recorded" => "!settle",
                "return-not-recorded" => "!return",
                "bank-rejection-not-recorded" => "!refuse",
                "nothing-recorded" => "!record",
                "in-batch" => "!batch",
                "in-another-batch" => "!taken",
                "record-pending" => "!pending",
                "payment-not-released" => "!released",
                { } code => code,
            };
            if (outcome != expected)
                differences.Add($"{command} in {state}: {outcome}, not {expected}");
            if ((answer.Code is not null || command is "retry") && after.Text != before.Text)
                differences.Add($"{command} in {state} changed what it should not");
        }
        Assert.That(differences, Is.Empty);
        await award.Funds(app);
    }

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["batched", "cancelled"]), "a batch is handed over or voided as a whole");
    });

    /// <summary>A new payment that was brought into a state by finance-1 and -3, treasury-1 and -3.</summary>
    async Task<Answer> In(string state, SeededAward award)
    {
        string[] steps = state switch
        {
            "requested" => [],
            "approved" => ["approve"],
            "released" => ["approve", "release"],
            "stopping" => ["approve", "release", "stop"],
            "booked" => ["approve", "release", "settle"],
            "settled" => ["approve", "release", "settle", "confirm-settlement"],
            "returning" => ["approve", "release", "settle", "confirm-settlement", "return"],
            "rejected" => ["reject"],
            "cancelled" => ["cancel"],
            "stopped" => ["approve", "release", "stop", "confirm-stop"],
            "batched" => ["approve", "release", "batch"],
            "instructed" => ["approve", "release", "hand-over"],
            "clearing" => ["approve", "release", "hand-over", "settle"],
            "failing" => ["approve", "release", "hand-over", "bank-rejection"],
            "bouncing" => ["approve", "release", "hand-over", "return"],
            "bank-rejected" => ["approve", "release", "hand-over", "bank-rejection", "confirm-bank-rejection"],
            _ => ["approve", "release", "settle", "confirm-settlement", "return", "confirm-return"],
        };
        var payment = await app.Requested(award, "1.00");
        foreach (var step in steps)
        {
            var finance = step is "release" ? "finance-3" : "finance-1";
            var treasury = step.StartsWith("confirm", StringComparison.Ordinal) ? "treasury-3" : "treasury-1";
            var answer = step is "hand-over"
                ? await app.HandedOver(payment)
                : (await Do(step, payment, award, finance, treasury)).Succeeded();
            payment = step is "hand-over" or "batch" ? await Read(payment) : answer;
        }
        return await Read(payment);
    }

    Task<Answer> Do(string command, Answer payment, SeededAward award, string finance, string treasury) => command switch
    {
        "approve" => app.Step(finance, payment, command, Payments.Right),
        "reject" => app.Step(finance, payment, command, new { reason = "Not needed" }),
        "release" => app.Step(finance, payment, command),
        "cancel" => app.Step(award.Applicant, payment, command),
        "retry" => app.As(award.Applicant).Post($"/disbursements/{payment["id"]}/retry", award.Retry("1.00"), key: Payments.Key),
        "settle" => app.Step(treasury, payment, command, new { bookedOn = "2018-10-01", bankReference = "KTO-1" }),
        "return" => app.Step(treasury, payment, command, Payments.Returned("2018-10-01")),
        "batch" => app.Collect([payment], treasury),
        "bank-rejection" => app.Step(treasury, payment, command, Batches.Rejected("2018-10-01")),
        "stop" or "withdraw-record" => app.Step(treasury, payment, command, new { reason = "Wrong account" }),
        _ => app.Step(treasury, payment, command),
    };

    async Task<Answer> Read(Answer payment) => (await app.As("auditor-1").Get($"/disbursements/{payment["id"]}")).Succeeded();

    static string PathOf(string command) => command switch
    {
        "stop2" => "confirm-stop",
        "settle2" => "confirm-settlement",
        "return2" => "confirm-return",
        "withdraw" => "withdraw-record",
        "refuse" => "bank-rejection",
        "refuse2" => "confirm-bank-rejection",
        _ => command,
    };

    static string StateOf(Answer payment)
    {
        bool Has(string member) => payment.Json.GetProperty(member).ValueKind is not System.Text.Json.JsonValueKind.Null;
        return payment["status"] switch
        {
            "released" when Has("bookedOn") => "booked",
            "released" when Has("stopProposedOn") => "stopping",
            "released" when Has("batchId") => "batched",
            "instructed" when Has("bookedOn") => "clearing",
            "instructed" when Has("bankRejectedOn") => "failing",
            "instructed" when Has("returnedOn") => "bouncing",
            "settled" when Has("returnedOn") => "returning",
            var status => status,
        };
    }
}
