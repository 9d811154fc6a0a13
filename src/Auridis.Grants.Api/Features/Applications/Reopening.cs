namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Why an application that was turned down is decided on again.</summary>
/// <param name="Remedy">The remedy that the office has filed.</param>
/// <param name="Reason">Why the decision does not stand.</param>
/// <param name="ProposedOn">The day on which it was proposed.</param>
/// <param name="ConfirmedOn">The day on which a second person has confirmed it; null until then.</param>
sealed record Reopening(FiledRemedy Remedy, string Reason, DateOnly ProposedOn, DateOnly? ConfirmedOn = null);

/// <summary>A remedy that an office has filed.</summary>
/// <param name="Kind">Objection or action.</param>
/// <param name="Reference">The file reference, up to 100 characters.</param>
/// <param name="FiledOn">The day on which it was filed, not in the future.</param>
sealed record FiledRemedy([property: OneOf(typeof(RemedyKind))] string Kind, string Reference, DateOnly FiledOn);
