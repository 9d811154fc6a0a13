using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Tests.Features.SpendingReports;

public sealed class NewReceiptTests
{
    static readonly NewReceipt Good = new("B-1", new DateOnly(2019, 5, 1), "Moderation Nord", "Workshop", "training", new Money(1_00));

    static Dictionary<string, string[]> Faults(params NewReceipt[] batch) =>
        ReceiptFaults.Of(batch, ["personnel", "training"], ["B-9"], new DateOnly(2019, 12, 31));

    [Test]
    public void A_good_batch_has_no_faults() => Assert.That(Faults(Good, Good with { Number = "b-1" }), Is.Empty);

    [Test]
    public void Every_fault_of_every_receipt_is_named() =>
        Assert.That(
            Faults(
                Good,
                Good with { Number = "B-9", Category = "travel" },
                Good with { Number = "b-9" },
                Good with { Number = "B-4", PaidOn = new DateOnly(2020, 1, 1) }).Keys,
            Is.EquivalentTo(new[] { "/receipts/1/number", "/receipts/1/category", "/receipts/3/paidOn" }));
}
