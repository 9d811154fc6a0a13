using System.Text.RegularExpressions;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Tests.Platform;

namespace Auridis.Grants.Tests.Features.AuditTrail;

/// <summary>What the document lists is what the code does.</summary>
[TestFixture]
public sealed partial class AuditActionTests
{
    static readonly IReadOnlyList<string> Listed = OneOfAttribute.ValuesOf(typeof(AuditAction));

    [Test]
    public void Every_action_that_is_listed_is_taken_somewhere_and_no_other()
    {
        var written = typeof(AuditAction).Assembly.GetTypes()
            .Where(type => type != typeof(AuditAction))
            .SelectMany(Il.TextsOf)
            .Where(text => Action().IsMatch(text))
            .ToHashSet(StringComparer.Ordinal);

        Assert.That(Listed, Is.Unique.And.EquivalentTo(written));
    }

    [Test]
    public void Every_event_of_the_posting_matrix_is_listed() =>
        Assert.That(PostingMatrix.All.Select(rule => rule.Event), Is.EqualTo(OneOfAttribute.ValuesOf(typeof(JournalEvent))));

    /// <summary>The kind of a resource, and a step.</summary>
    [GeneratedRegex(
        "^(account|amendment|application|award|bank-account|base-rate|clock|conflict-declaration|contact|contribution|deferral|disbursement"
            + "|export-run|interest|ledger-period|letter|note|notice|payment|payment-batch|programme|receipt-import|remedy|repayment-claim"
            + "|repayment-receipt|report-reopening|review|selection|spending-report|waiver|write-off|youth-office)"
            + "\\.[a-z-]+$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Action();
}
