namespace Auridis.Grants.Api.Features.Letters;

/// <summary>What a letter tells the office.</summary>
static class LetterKind
{
    /// <summary>An award is offered.</summary>
    public const string Award = "award";

    /// <summary>An award is amended.</summary>
    public const string Amendment = "amendment";

    /// <summary>The application is on the waiting list.</summary>
    public const string Waitlist = "waitlist";

    /// <summary>The application gets no place.</summary>
    public const string Rejection = "rejection";

    /// <summary>The application is to be mended.</summary>
    public const string Return = "return";

    /// <summary>The application is not eligible.</summary>
    public const string Ineligible = "ineligible";

    /// <summary>The programme was cancelled.</summary>
    public const string Cancellation = "cancellation";

    /// <summary>The award is terminated, in full or in part.</summary>
    public const string Termination = "termination";

    /// <summary>Money is claimed back after a report.</summary>
    public const string Claim = "claim";

    /// <summary>A report is examined anew after a remedy, or has come to a result that claims nothing.</summary>
    public const string Reexamination = "reexamination";

    /// <summary>Interest is asked, or less of it than before.</summary>
    public const string Interest = "interest";

    /// <summary>A claim is deferred.</summary>
    public const string Deferral = "deferral";

    /// <summary>The deferral of a claim is ended before its last day.</summary>
    public const string DeferralEnd = "deferral-end";

    /// <summary>A claim is waived, in whole or in part.</summary>
    public const string Waiver = "waiver";
}
