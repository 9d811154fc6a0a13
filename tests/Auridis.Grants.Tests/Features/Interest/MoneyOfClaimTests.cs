using Auridis.Grants.Api.Features.Interest;
using Auridis.Grants.Api.Features.Programmes;
using Part = (System.Guid?, string, long);

namespace Auridis.Grants.Tests.Features.Interest;

/// <summary>Which payments a claim is about, and from when they bear interest.</summary>
public sealed class MoneyOfClaimTests
{
    static readonly PaidMoney Old = new() { Id = Id(1), Amount = new(10_000_00), BookedOn = new(2022, 3, 1) };

    static readonly PaidMoney New = new() { Id = Id(2), Amount = new(4_000_00), BookedOn = new(2022, 10, 20) };

    static readonly ClaimedMoney Claim = Claimed(11, 6_000_00);

    [Test]
    public void A_claim_is_about_the_latest_payments() =>
        Assert.That(Parts([Claim]), Is.EqualTo((Part[])[(Id(2), "2022-12-20", 4_000_00L), (Id(1), "2022-05-02", 2_000_00L)]),
            "1 May is a Sunday");

    [Test]
    public void It_can_begin_with_the_payment() =>
        Assert.That(Parts([Claim], terms: Sample.Terms with { InterestStart = InterestStart.Payout }),
            Is.EqualTo((Part[])[(Id(2), "2022-10-20", 4_000_00L), (Id(1), "2022-03-01", 2_000_00L)]));

    [Test]
    public void A_revoked_one_begins_when_the_award_did_not_stand_any_more_but_never_before_the_payment() =>
        Assert.That(Parts([Claim with { EffectiveOn = new DateOnly(2022, 6, 1) }]),
            Is.EqualTo((Part[])[(Id(2), "2022-10-20", 4_000_00L), (Id(1), "2022-06-01", 2_000_00L)]));

    [Test]
    public void A_later_claim_is_about_the_money_before() =>
        Assert.That(Parts([Claim, Claimed(12, 9_000_00)], of: 12),
            Is.EqualTo((Part[])[(Id(1), "2022-05-02", 8_000_00L), (null, "2023-02-01", 1_000_00L)]),
            "what no payment accounts for begins with the claim");

    [Test]
    public void Money_that_was_used_late_begins_after_its_use() =>
        Assert.That(Parts([Claim], [new() { DisbursementId = Id(2), Amount = new(3_000_00), UntilOn = new(2023, 1, 10) }]),
            Is.EqualTo((Part[])[(Id(2), "2022-12-20", 1_000_00L), (Id(2), "2023-01-10", 3_000_00L), (Id(1), "2022-05-02", 2_000_00L)]));

    [Test]
    public void A_claim_that_was_lowered_leaves_its_money_to_the_next_one() =>
        Assert.That(Parts([Claim with { Reduced = new(6_000_00) }, Claimed(12, 1_000_00)], of: 12),
            Is.EqualTo((Part[])[(Id(2), "2022-12-20", 1_000_00L)]));

    [Test]
    public void No_more_is_named_as_used_late_than_the_payment_had()
    {
        LateMoney[] late = [new() { DisbursementId = Id(2), Amount = new(1_500_00), UntilOn = new(2023, 1, 10) }];
        var bearing = MoneyOfClaim.Parts([New, Old], late, [Claimed(11, 2_000_00) with { BearsInterest = true }], Sample.Terms);
        var free = MoneyOfClaim.Parts([New, Old], late, [Claimed(11, 2_000_00)], Sample.Terms);

        Assert.Multiple(() =>
        {
            Assert.That(AskedOnce.WhyRefused(New, new(500_00), late, bearing), Is.Null);
            Assert.That(AskedOnce.WhyRefused(New, new(500_01), late, bearing)!.Figures[0].Value, Is.EqualTo(new Money(500_00)));
            Assert.That(AskedOnce.WhyRefused(New, new(2_500_00), late, free), Is.Null);
            Assert.That(AskedOnce.WhyRefused(New, new(2_500_01), late, free)!.Figures[0].Value, Is.EqualTo(new Money(2_500_00)));
            Assert.That(AskedOnce.WhyRefused(Old, new(10_000_00), late, bearing), Is.Null);
        });
    }

    [TestCase(0, "2023-03-03", false)]
    [TestCase(1, "2023-03-03", true)]
    [TestCase(0, "2023-03-04", true)]
    public void It_is_paid_in_time_when_nothing_is_open_after_the_day(int missingCents, string paidOn, bool late) => Assert.That(
        PaidInTime.WhyRefused(
            new(6_000_00), [new(DateOnly.Parse(paidOn, null), new(missingCents - 6_000_00))], new DateOnly(2023, 3, 3)) is not null,
        Is.EqualTo(late));

    static List<Part> Parts(
        ClaimedMoney[] claims, LateMoney[]? late = null, ProgrammeTerms? terms = null, int of = 11) =>
        [.. MoneyOfClaim.Parts([New, Old], late ?? [], claims, terms ?? Sample.Terms, Id(of)).Where(part => part.Claim.Id == Id(of))
            .Select(part => (part.DisbursementId, part.Owed.On.ToString("yyyy-MM-dd", null), part.Owed.Amount.Cents))];

    static ClaimedMoney Claimed(int id, long cents) => new()
    {
        Id = Id(id),
        Principal = new(cents),
        Reduced = new(0),
        ClaimedOn = new(2023, 2, 1),
        EffectiveOn = null,
        BearsInterest = false,
    };

    static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
