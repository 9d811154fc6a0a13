namespace Auridis.Grants.Api.Features.Applications;

/// <summary>What an office is to mend of an application that was returned to it.</summary>
/// <param name="Points">What is to be mended: only that may change.</param>
/// <param name="MendBy">The last day for it, to its end, Europe/Berlin.</param>
/// <param name="ReturnedOn">The day on which the application was returned.</param>
/// <param name="MovedFor">Why the last day was moved; null when it was not.</param>
sealed record Mending(IReadOnlyList<MendingPoint> Points, DateOnly MendBy, DateOnly ReturnedOn, string? MovedFor = null);

/// <summary>Something that is to be mended.</summary>
/// <param name="Pointer">
/// A JSON pointer (RFC 6901) into the content, such as <c>/financePlan/lines</c>: up to 200 characters. It names a member that the content
/// has; what is below it may change as well. <c>/attachments</c> names the files.
/// </param>
/// <param name="Text">What is to be mended there, up to 2,000 characters.</param>
sealed record MendingPoint(string Pointer, string Text);
