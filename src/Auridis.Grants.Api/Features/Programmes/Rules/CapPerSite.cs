namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>No site requests or gets more than the programme's cap per site.</summary>
static class CapPerSite
{
    /// <summary>The problem with the first amount that exceeds the cap; null when none does.</summary>
    public static Problem? WhyRefused(ProgrammeTerms terms, params IEnumerable<Money> amounts)
    {
        foreach (var amount in amounts)
        {
            if (amount.Cents > terms.CapPerSite.Cents)
                return ProgrammeProblems.CapExceeded.With(("requested", amount), ("cap", terms.CapPerSite));
        }
        return null;
    }
}
