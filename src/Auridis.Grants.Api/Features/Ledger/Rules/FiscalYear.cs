namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>The fiscal year of an entry is the calendar year of its posting date (section 78 (4) GO NRW).</summary>
static class FiscalYear
{
    public static int Of(DateOnly postedOn) => postedOn.Year;
}
