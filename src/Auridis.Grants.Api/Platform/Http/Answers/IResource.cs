namespace Auridis.Grants.Api.Platform.Http;

/// <summary>What is answered has a version, which is its ETag.</summary>
interface IVersioned
{
    int Version { get; }
}

/// <summary>A resource with an identity and a version, and the real time of its first and its last one.</summary>
interface IResource : IVersioned
{
    Guid Id { get; }

    DateTimeOffset CreatedAt { get; }

    DateTimeOffset UpdatedAt { get; }
}

/// <summary>
/// A resource that shows more than its version says: less of it to some callers than to others, or something of another resource.
/// Its version is for If-Match; a read of it is never answered with 304.
/// </summary>
interface IView : IResource;

/// <summary>A document that never changes. The hash of its content is its ETag.</summary>
interface IFrozen
{
    string ContentHash { get; }
}
