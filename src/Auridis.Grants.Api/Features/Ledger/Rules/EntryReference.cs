namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>A journal entry's reference, such as <c>J-2019-000003</c>: its fiscal year and its number in that year.</summary>
static class EntryReference
{
    public static string Of(int fiscalYear, int number) => FormattableString.Invariant($"J-{fiscalYear}-{number:000000}");
}
