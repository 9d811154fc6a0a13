using System.Text.Json;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>An application as it was submitted, with its files; it never changes.</summary>
sealed record ApplicationVersion : IFrozen
{
    /// <summary>From 1, in the order of submission.</summary>
    public required int Number { get; init; }

    /// <summary>What was submitted.</summary>
    [StoredAsJson]
    public required ApplicationContent Content { get; init; }

    /// <summary>The files that were submitted with it, in the order of upload.</summary>
    [StoredAsJson]
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>
    /// SHA-256 of the JSON of <c>content</c> in UTF-8, as it stands here, and of <c>attachments</c> right after it where there are any: 64
    /// hexadecimal digits.
    /// </summary>
    public required string ContentHash { get; init; }

    /// <summary>Who submitted it, as issuer#subject.</summary>
    public required string SubmittedBy { get; init; }

    /// <summary>The day on which it was submitted.</summary>
    public required DateOnly SubmittedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static Task<ApplicationVersion?> Find(Session session, Guid applicationId, int number) =>
        session.OneOrNull<ApplicationVersion>(Select, new { ApplicationId = applicationId, Number = number });

    /// <summary>The content, with the files as one more member of it where there are any.</summary>
    public JsonElement Document()
    {
        var document = JsonSerializer.SerializeToNode(Content, StoredJson.Options)!.AsObject();
        if (Attachments.Count > 0)
            document["attachments"] = JsonSerializer.SerializeToNode(Attachments, StoredJson.Options);
        return document.Deserialize<JsonElement>(StoredJson.Options);
    }

    const string Select = """
        select Number, Content, Attachments, ContentHash, SubmittedBy, SubmittedOn, CreatedAt
        from ApplicationVersion
        where ApplicationId = @ApplicationId and Number = @Number
        """;
}
