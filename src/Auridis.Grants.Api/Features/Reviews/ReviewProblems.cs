using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Reviews;

static class ReviewProblems
{
    public static readonly Problem ReviewerConflicted = new("reviewer-conflicted", 403,
        new("The reviewer is excluded", "Gutachter ausgeschlossen"),
        new("This person does not review an application of {office}: employed there, author of the application, or in a declared conflict "
            + "of interest.",
            "Diese Person begutachtet keinen Antrag von {office}: Sie ist dort beschäftigt, hat den Antrag verfasst oder sich befangen "
            + "erklärt."))
    {
        Example = [("office", "05512000")],
    };

    public static readonly Problem ReviewerNamedTwice = new("reviewer-named-twice", 409,
        new("A reviewer is named twice", "Gutachter zweimal genannt"),
        new("{reviewer} is named twice: once with the issuer, and once without.",
            "{reviewer} ist zweimal genannt: einmal mit und einmal ohne Aussteller."))
    {
        Example = [("reviewer", "https://login.example#reviewer-1")],
    };

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
