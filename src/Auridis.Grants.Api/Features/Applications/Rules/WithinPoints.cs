using System.Text.Json;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// Nobody improves the project after the deadline: of an application that was returned only the members may change that a point names, and
/// what is below them.
/// </summary>
static class WithinPoints
{
    /// <summary>Where a content differs from what was submitted, and must not.</summary>
    public static string[] Beyond(Mending mending, ApplicationContent submitted, ApplicationContent mended) =>
    [
        .. JsonDifference.Of(Document(submitted), Document(mended))
            .Select(change => change.Pointer)
            .Where(pointer => !mending.Points.Any(point =>
                pointer == point.Pointer || pointer.StartsWith(point.Pointer + "/", StringComparison.Ordinal))),
    ];

    static JsonElement Document(ApplicationContent content) => JsonSerializer.SerializeToElement(content, StoredJson.Options);
}
