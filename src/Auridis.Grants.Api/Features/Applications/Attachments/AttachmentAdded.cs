namespace Auridis.Grants.Api.Features.Applications;

/// <summary>What came of an upload.</summary>
/// <param name="Application">The application as it is now: its version is the one to submit.</param>
/// <param name="Attachment">The file that was added.</param>
sealed record AttachmentAdded(Application Application, Attachment Attachment);
