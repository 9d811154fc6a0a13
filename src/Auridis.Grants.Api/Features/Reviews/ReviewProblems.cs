using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Reviews;

static class ReviewProblems
{
    public static readonly Problem ConflictUndeclared = new("conflict-undeclared", 403,
        new("Conflict of interest undeclared", "Befangenheit nicht erklärt"),
        new("Declare first whether you have a conflict of interest.", "Erklären Sie zuerst, ob Sie befangen sind."));

    public static readonly Problem ReviewerAssigned = new("reviewer-assigned", 409,
        new("Reviewer assigned already", "Gutachter schon zugewiesen"),
        new("This person has a review of this application: {reviewId}.",
            "Diese Person hat zu diesem Antrag schon ein Gutachten: {reviewId}."))
    {
        Example = [("reviewId", Guid.Parse("01926f3a-5c00-7000-8000-000000000008"))],
    };

    public static readonly Problem ApplicationNotEligible = new("application-not-eligible", 409,
        new("The application is not under review", "Der Antrag wird nicht begutachtet"),
        new("The application is '{applicationStatus}'; its reviews count and change only while it is 'eligible'.",
            "Der Antrag ist „{applicationStatus}“; Gutachten zählen und ändern sich nur, solange er „eligible“ ist."))
    {
        Example = [("applicationStatus", ApplicationStatus.Selected)],
    };

    public static readonly Problem UnknownCriterion = new("unknown-criterion", 409,
        new("Unknown criterion", "Unbekanntes Kriterium"),
        new("The programme has no criterion '{criterion}'.", "Das Programm hat kein Kriterium „{criterion}“."))
    {
        Example = [("criterion", "colour")],
    };

    public static readonly Problem ScoresMissing = new("scores-missing", 409,
        new("Scores are missing", "Bewertungen fehlen"),
        new("Score each criterion of the programme before you submit the review; see missing.",
            "Vor der Einreichung ist jedes Kriterium des Programms zu bewerten; siehe missing."))
    {
        Example = [("missing", new[] { "network", "goals" })],
    };
}
