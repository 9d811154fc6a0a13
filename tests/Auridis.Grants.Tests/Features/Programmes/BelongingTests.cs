using System.Text.Json;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Repayments;

namespace Auridis.Grants.Tests.Features.Programmes;

/// <summary>Whatever belongs to a programme names it and is found by it.</summary>
public sealed class BelongingTests(DatabaseKind kind) : ApiTests(kind)
{
    SeededAward one = null!;
    SeededAward other = null!;

    [OneTimeSetUp]
    public async Task Seed()
    {
        one = await Claimed();
        other = await Claimed();
    }

    [TestCase("/awards")]
    [TestCase("/disbursements")]
    [TestCase("/spending-reports")]
    [TestCase("/repayment-claims")]
    [TestCase("/ledger/entries")]
    [TestCase("/ledger/entries?from=2019-01-01")]
    public async Task A_list_holds_only_those_of_the_programme(string list)
    {
        var filter = list + (list.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "programmeId=";
        foreach (var award in new[] { one, other })
        {
            var items = (await app.As("finance-1").Get(filter + award.ProgrammeId)).Succeeded().Json.GetProperty("items").EnumerateArray();
            Assert.That(items.Select(ProgrammeOf), Is.Not.Empty.And.All.EqualTo(award.ProgrammeId));
        }
        Assert.That((await app.As("finance-1").Get(filter + one.Id)).Succeeded().Json.GetProperty("items").EnumerateArray(), Is.Empty);
        (await app.As("finance-1").Get(filter)).Refused(400, "invalid-value");
    }

    [Test]
    public async Task A_review_is_of_the_programme_of_its_application()
    {
        var application = await app.InReview("BELONGS", "05512000");
        var review = await app.Assigned(application, "reviewer-1");
        var programme = (await app.As("caseworker-1").Get(application)).Succeeded()["programmeId"];

        Assert.That(review["programmeId"], Is.EqualTo(programme));
        var listed = (await app.As("caseworker-1").Get("/reviews?programmeId=" + programme)).Succeeded().Json.GetProperty("items");
        Assert.That(listed.EnumerateArray().Select(item => item.GetProperty("id").GetString()), Is.EqualTo([review["id"]]));
    }

    /// <summary>An award with a payment, a report and a claim, which is posted.</summary>
    async Task<SeededAward> Claimed()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 100_000_00);
        await app.Db.Write<bool>(Author.System(TimeProvider.System), async tx =>
        {
            await RepaymentClaim.Claim(
                tx, tx.NewId(), RepaymentClaimKind.Unspent, award.ReportId, (await Award.Find(tx, award.Id))!, new Money(1_000_00),
                new DateOnly(2021, 8, 2));
            return true;
        }, CancellationToken.None);
        return award;
    }

    static Guid ProgrammeOf(JsonElement item) => item.GetProperty("programmeId").GetGuid();
}
