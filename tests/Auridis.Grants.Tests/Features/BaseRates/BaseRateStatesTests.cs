using System.Globalization;

namespace Auridis.Grants.Tests.Features.BaseRates;

/// <summary>Every command in every state of a base rate.</summary>
public sealed class BaseRateStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Table = new("""
                  confirm   confirm-own refuse  confirm-another
        proposed  confirmed four-eyes   refused proposed
        confirmed .         four-eyes   .       replaced
        refused   .         four-eyes   .       refused
        replaced  .         four-eyes   .       replaced
        """);

    int days;

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere() =>
        Assert.That(await Table.Differences(In, Do, before => app.As("auditor-1").Get("/base-rates/" + before["id"])), Is.Empty);

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["refused", "replaced"]));
    });

    /// <summary>A new rate that was brought into a state; somebody who is in finance as well has entered it.</summary>
    async Task<Answer> In(string state)
    {
        var validFrom = new DateOnly(2030, 1, 1).AddDays(++days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var proposed = (await Proposer.Post("/base-rates", new { validFrom, percent = 1.27m })).Succeeded();
        if (state is "proposed")
            return proposed;
        if (state is "refused")
            return (await Do("refuse", proposed)).Succeeded();
        var confirmed = (await Do("confirm", proposed)).Succeeded();
        if (state is "confirmed")
            return confirmed;
        await Do("confirm-another", confirmed);
        return (await app.As("auditor-1").Get("/base-rates/" + confirmed["id"])).Succeeded();
    }

    async Task<Answer> Do(string command, Answer rate)
    {
        var path = "/base-rates/" + rate["id"];
        return command switch
        {
            "confirm" => await app.As("finance-1").Post(path + "/confirm", ifMatch: rate.ETag),
            "confirm-own" => await Proposer.Post(path + "/confirm", ifMatch: rate.ETag),
            "refuse" => await app.As("admin-1").Post(path + "/refuse", new { reason = "Another one." }, rate.ETag),
            _ => await app.Rate(rate["validFrom"], 1.52m),
        };
    }

    GrantsClient Proposer => app.Person("both", [Role.Admin, Role.Finance]);
}
