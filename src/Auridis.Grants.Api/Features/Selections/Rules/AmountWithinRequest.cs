namespace Auridis.Grants.Api.Features.Selections;

/// <summary>No application is awarded more than it requests.</summary>
static class AmountWithinRequest
{
    /// <summary>The problem with the first amount that is more than was requested.</summary>
    public static Problem? WhyRefused(IEnumerable<(RankedApplication Application, Choice Choice)> selected)
    {
        foreach (var (application, choice) in selected)
        {
            if (choice.Amount!.Value.Cents > application.Requested.Cents)
            {
                return SelectionProblems.AboveRequest.With(
                    ("applicationReference", application.Reference), ("requested", application.Requested),
                    ("wantedAmount", choice.Amount.Value));
            }
        }
        return null;
    }
}
