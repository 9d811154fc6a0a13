using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Programmes;

public sealed class FunnelTests(DatabaseKind kind) : ApiTests(kind)
{
    [Test]
    public async Task It_counts_from_the_drafts_to_the_selected_sites()
    {
        var programme = await app.OpenProgramme("FUNNEL", Sample.Terms with
        {
            Quotas = [new(QuotaBy.GovernmentDistrict, "Münster", 4), new(QuotaBy.Kind, "county", 3)],
        });
        await app.Draft(programme, "05512000");
        await app.Submitted(programme, "05513000");
        var reviewed = await app.Eligible(programme, "05515000");
        await app.Eligible(programme, "05558000");
        await app.Reviewed(reviewed.Path(), "reviewer-1", 7, 7);
        await app.Assigned(reviewed.Path(), "reviewer-2");

        var funnel = (await app.As("funder-1").Get(programme + "/funnel")).Succeeded();

        Assert.Multiple(() =>
        {
            Assert.That(Stages(funnel, "byStatus"), Is.EqualTo(["draft 1 0.00", "eligible 2 160000.00", "submitted 1 80000.00"]));
            Assert.That(Stages(funnel, "byGovernmentDistrict"), Is.EqualTo(["Münster 4 240000.00"]));
            Assert.That(Stages(funnel, "byKind"), Is.EqualTo(["county 1 80000.00", "independent-city 3 160000.00"]));
            Assert.That(
                funnel.Json.GetProperty("reviews").EnumerateArray()
                    .Select(row => $"{row.GetProperty("status")} {row.GetProperty("count")}"),
                Is.EquivalentTo(["assigned 1", "submitted 1"]));
            Assert.That(funnel["reviewsMissing"], Is.EqualTo("3"), "one of the reviewed, two of the other");
            Assert.That(funnel.Json.GetProperty("quotas")[0].GetProperty("most").GetInt32(), Is.EqualTo(4));
            Assert.That((funnel["siteLimit"], funnel["selected"], funnel["requested.amount"], funnel["committed.amount"]),
                Is.EqualTo(("12", "0", "240000.00", "0.00")));
        });
    }

    [Test]
    public async Task Selected_sites_count_for_their_quotas()
    {
        var round = await Round.Play(app, "FUNNEL-2", 3, terms => terms with { Quotas = [new(QuotaBy.GovernmentDistrict, "Münster", 5)] });
        await round.Offer(round.Applications[0], round.Applications[1]);

        var funnel = (await app.As("decider-1").Get(round.Programme + "/funnel")).Succeeded();

        Assert.That((funnel["selected"], funnel["committed.amount"], funnel["requestedBySelected.amount"], funnel["requested.amount"]),
            Is.EqualTo(("2", "160000.00", "160000.00", "240000.00")));
        Assert.That(funnel.Json.GetProperty("quotas")[0].GetProperty("selected").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task There_is_none_of_a_programme_that_is_not_there() =>
        (await app.As("funder-1").Get($"/programmes/{Guid.Empty}/funnel")).Refused(404, "not-found");

    static IEnumerable<string> Stages(Answer funnel, string by) => funnel.Json.GetProperty(by).EnumerateArray().Select(stage =>
        $"{stage.GetProperty("value")} {stage.GetProperty("applications")} {stage.GetProperty("requested").GetProperty("amount")}");
}
