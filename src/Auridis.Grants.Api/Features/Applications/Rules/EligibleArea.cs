using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Only offices of the programme's area apply: their official municipality key begins with one of its prefixes.</summary>
static class EligibleArea
{
    /// <summary>The problem with an office that lies outside the area; null when it lies inside.</summary>
    public static Problem? WhyRefused(ProgrammeTerms terms, string ags) =>
        terms.AreaPrefixes.Any(prefix => ags.StartsWith(prefix, StringComparison.Ordinal))
            ? null
            : ApplicationProblems.OutsideEligibleArea.With(("officeAgs", ags));
}
