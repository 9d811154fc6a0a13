using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>The commands on receipts in every state of a report that states totals.</summary>
public sealed class LineTotalStatesTests(DatabaseKind kind) : ReportStatesFixture(kind)
{
    /// <summary>While the office has time to show what was asked for, nothing is accepted.</summary>
    static readonly StateTable Table = new("""
                       add            sample         find           accept
        due            .              .              .              .
        draft          .              .              .              .
        submitted      .              .              .              .
        in-examination in-examination in-examination in-examination receipts-outstanding
        returned       .              .              .              .
        accepted       .              .              .              .
        """);

    [Test]
    public async Task Receipts_are_asked_for_and_added_during_the_examination() =>
        Assert.That(await Table.Differences(Sampled, Do, Seen), Is.Empty);

    /// <summary>In examination the receipts of a line are asked for already, and the findings are recorded after that.</summary>
    async Task<SeededAward> Sampled(string state)
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 100_000_00, financing: FinancingType.Full,
            changing: terms => terms with { Statement = StatementForm.LineTotals });
        if (state == "due")
            return award;
        (await app.As(award.Applicant).Put(award.Report, new
        {
            narrative = "We met.",
            ownFunds = Money(0),
            thirdPartyIncome = Money(0),
            totals = new[] { new { category = "personnel", amount = Money(10) } },
        }, await ETag(award))).Succeeded();
        string[] steps = state switch
        {
            "draft" => [],
            "submitted" => ["submit"],
            "in-examination" => ["submit", "examine", "sample", "find"],
            "returned" => ["submit", "return"],
            _ => ["submit", "examine", "find", "accept"],
        };
        foreach (var step in steps)
            (await Do(step, award)).Succeeded();
        return award;
    }
}
