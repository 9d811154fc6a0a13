namespace Auridis.Grants.Api.Http;

/// <summary>A resource with an identity and a version. The version is its ETag.</summary>
interface IResource
{
    Guid Id { get; }

    int Version { get; }
}
