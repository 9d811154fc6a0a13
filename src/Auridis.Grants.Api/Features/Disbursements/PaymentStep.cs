namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>A step of a payment, as it was taken.</summary>
sealed record PaymentStep : IPaged
{
    /// <summary>What was done.</summary>
    [OneOf(typeof(AuditAction))]
    public required string Action { get; init; }

    /// <summary>The payment's version after it.</summary>
    public required int ResourceVersion { get; init; }

    /// <summary>
    /// Who did it, as <c>issuer#subject</c>. The office sees its own persons only: null for those of the funding side.
    /// </summary>
    public required string? TakenBy { get; init; }

    /// <summary>Real time of the step.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    /// <summary>The step as this caller may see it.</summary>
    public PaymentStep For(CurrentUser user, string officeAgs)
    {
        var isOfOffice = Action is AuditAction.DisbursementRequested or AuditAction.DisbursementCancelled;
        return isOfOffice || (user.SeesAllOffices && user.Office != officeAgs) ? this : this with { TakenBy = null };
    }
}
