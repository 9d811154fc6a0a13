using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Worked examples, computed with decimals: planned and reported money of the office and of others.</summary>
public sealed class EntitlementTests
{
    static EntitlementTerms Of(
        string type, long awarded, long recognised, decimal? share = null, long notRecognised = 0, long ownPlanned = 0,
        long ownReported = 0, long thirdPlanned = 0, long thirdReported = 0) =>
        Entitlement.Of(type, share, awarded, recognised, notRecognised, (ownPlanned, ownReported), (thirdPlanned, thirdReported));

    [TestCase(80_000_00, 93_410_27, 80_000_00)]
    [TestCase(80_000_00, 75_000_00, 75_000_00)]
    public void A_fixed_amount_is_kept_as_far_as_the_expenditure_reaches(long awarded, long recognised, long entitled) =>
        Assert.That(Of(FinancingType.FixedAmount, awarded, recognised, ownReported: 8_000_00, thirdReported: 4_000_00),
            Is.EqualTo(new EntitlementTerms(0, 0, recognised, recognised, entitled)));

    /// <summary>60 % of 93,410.27 less the 2,500.00 that others paid beyond the plan: 0.6 × 90,910.27 = 54,546.162.</summary>
    [Test]
    public void A_share_is_that_of_the_expenditure_less_what_others_paid_beyond_the_plan()
    {
        var terms = Of(FinancingType.Share, 60_000_00, 93_410_27, share: 60, thirdPlanned: 10_000_00, thirdReported: 12_500_00);

        Assert.That(terms, Is.EqualTo(new EntitlementTerms(0, 2_500_00, 90_910_27, 54_546_16, 54_546_16)));
        Assert.That(Entitlement.Claim(60_000_00, terms.Entitled), Is.EqualTo(5_453_84));
    }

    [TestCase(10_000_00)]
    [TestCase(9_999_99)]
    public void A_share_grows_by_nothing_when_others_pay_less_than_planned(long reported) =>
        Assert.That(
            Of(FinancingType.Share, 60_000_00, 93_410_27, share: 60, thirdPlanned: 10_000_00, thirdReported: reported).Entitled,
            Is.EqualTo(56_046_16));

    /// <summary>66.67 % of 93,410.27 are 62,276.627.</summary>
    [Test]
    public void A_share_has_two_places() =>
        Assert.That(Of(FinancingType.Share, 100_000_00, 93_410_27, share: 66.67m).Entitled, Is.EqualTo(62_276_62));

    /// <summary>The office owes the 10,000.00 of its plan, although it has contributed 8,000.00.</summary>
    [Test]
    public void A_deficit_counts_own_money_as_planned()
    {
        var terms = Of(
            FinancingType.Deficit, 85_000_00, 93_410_27, ownPlanned: 10_000_00, ownReported: 8_000_00, thirdPlanned: 5_000_00,
            thirdReported: 5_500_00);

        Assert.That(terms, Is.EqualTo(new EntitlementTerms(10_000_00, 5_500_00, 77_910_27, 77_910_27, 77_910_27)));
        Assert.That(Entitlement.Claim(85_000_00, terms.Entitled), Is.EqualTo(7_089_73));
    }

    /// <summary>Of 104,000.00 spent 4,000.00 are not recognised: the office has paid them of its 14,000.00.</summary>
    [Test]
    public void What_own_money_paid_unrecognised_expenditure_covers_nothing_else() =>
        Assert.That(
            Of(FinancingType.Deficit, 85_000_00, 100_000_00, notRecognised: 4_000_00, ownPlanned: 10_000_00, ownReported: 14_000_00,
                thirdPlanned: 5_000_00, thirdReported: 5_000_00),
            Is.EqualTo(new EntitlementTerms(10_000_00, 5_000_00, 85_000_00, 85_000_00, 85_000_00)));

    [Test]
    public void A_deficit_is_never_below_zero() =>
        Assert.That(Of(FinancingType.Deficit, 85_000_00, 10_000_00, ownPlanned: 12_000_00).Entitled, Is.Zero);

    [Test]
    public void Full_financing_bears_what_others_leave()
    {
        var terms = Of(FinancingType.Full, 100_000_00, 93_410_27, thirdReported: 1_200_00);

        Assert.That(terms, Is.EqualTo(new EntitlementTerms(0, 1_200_00, 92_210_27, 92_210_27, 92_210_27)));
        Assert.That(Entitlement.Claim(100_000_00, terms.Entitled), Is.EqualTo(7_789_73));
    }

    [Test]
    public void What_was_not_paid_is_not_claimed() => Assert.That(Entitlement.Claim(paid: 50_000_00, entitlement: 90_000_00), Is.Zero);
}
