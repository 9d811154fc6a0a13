using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Worked examples: 100,000.00 awarded and paid; own funds 8,000.00, third-party income 4,000.00.</summary>
public sealed class EntitlementTests
{
    // The plan was a fixed amount; 95,000.00 were spent, so 5,000.00 go back. The income plays no part.
    [TestCase(FinancingType.FixedAmount, null, 95_000_00, 95_000_00, 5_000_00)]
    [TestCase(FinancingType.FixedAmount, null, 120_000_00, 100_000_00, 0)]
    // 80 % of 118,750.33 are 95,000.264, rounded down.
    [TestCase(FinancingType.Share, 80, 118_750_33, 95_000_26, 4_999_74)]
    [TestCase(FinancingType.Share, 80, 130_000_00, 100_000_00, 0)]
    // 105,000.00 less 12,000.00 of income leave a deficit of 93,000.00.
    [TestCase(FinancingType.Deficit, null, 105_000_00, 93_000_00, 7_000_00)]
    [TestCase(FinancingType.Deficit, null, 10_000_00, 0, 100_000_00)]
    [TestCase(FinancingType.Deficit, null, 112_000_00, 100_000_00, 0)]
    // Full financing: the third-party income of 4,000.00 relieves the funder.
    [TestCase(FinancingType.Full, null, 100_000_00, 96_000_00, 4_000_00)]
    [TestCase(FinancingType.Full, null, 3_000_00, 0, 100_000_00)]
    public void The_financing_type_decides(string type, int? share, long recognised, long entitlement, long claim)
    {
        var yields = Entitlement.Of(type, share, 100_000_00, recognised, 8_000_00, 4_000_00);

        Assert.That((yields, Entitlement.Claim(100_000_00, yields)), Is.EqualTo((entitlement, claim)));
    }

    /// <summary>66.67 % of 93,410.27 are 62,276.627.</summary>
    [Test]
    public void A_share_has_two_places() =>
        Assert.That(Entitlement.Of(FinancingType.Share, 66.67m, 100_000_00, 93_410_27, 8_000_00, 4_000_00), Is.EqualTo(62_276_62));

    [Test]
    public void What_was_not_paid_is_not_claimed() => Assert.That(Entitlement.Claim(paid: 50_000_00, entitlement: 90_000_00), Is.Zero);
}
