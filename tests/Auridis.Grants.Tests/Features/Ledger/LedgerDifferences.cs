using System.Text.Json;

namespace Auridis.Grants.Tests.Features.Ledger;

/// <summary>What a verification of the ledger names, as a line.</summary>
static class LedgerDifferences
{
    /// <summary>The resource, the day and the accounts where it has them, the figure, and the two amounts.</summary>
    public static string Difference(this Answer verified)
    {
        var first = verified.Json.GetProperty("firstDifference");
        if (first.ValueKind == JsonValueKind.Null)
            return "none";
        var name = new[] { "resource", "postedOn", "debitAccount", "creditAccount", "figure" }
            .Select(member => first.GetProperty(member).GetString()).OfType<string>();
        return $"{string.Join(' ', name)}: {Amount("keptAmount")}, {Amount("computedAmount")}";

        string Amount(string member) => first.GetProperty(member) is { ValueKind: JsonValueKind.Object } amount
            ? amount.GetProperty("amount").GetString()! : "none";
    }
}
