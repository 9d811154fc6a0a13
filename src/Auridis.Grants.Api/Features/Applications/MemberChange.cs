using System.Text.Json;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>A member of a content that two versions have in different ways.</summary>
/// <param name="Pointer">Where it stands: a JSON pointer (RFC 6901) into the content.</param>
/// <param name="From">What the earlier version says; null when it has no such member.</param>
/// <param name="To">What the later version says; null when it has no such member.</param>
sealed record MemberChange(string Pointer, JsonElement? From, JsonElement? To);
