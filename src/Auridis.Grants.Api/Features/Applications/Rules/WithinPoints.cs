using System.Text.Json;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// Nobody improves the project after the deadline: of an application that was returned only the members may change that a point names, and
/// what is below them.
/// </summary>
static class WithinPoints
{
    /// <summary>The problem with a content that differs elsewhere from what was submitted; null when it does not.</summary>
    public static Problem? WhyRefused(Mending mending, ApplicationContent submitted, ApplicationContent mended)
    {
        var beyond = JsonDifference.Of(Document(submitted), Document(mended))
            .Select(change => change.Pointer)
            .Where(pointer => !mending.Points.Any(point =>
                pointer == point.Pointer || pointer.StartsWith(point.Pointer + "/", StringComparison.Ordinal)))
            .ToArray();
        return beyond is [] ? null : ApplicationProblems.BeyondPoints.With(("pointers", beyond));
    }

    static JsonElement Document(ApplicationContent content) => JsonSerializer.SerializeToElement(content, StoredJson.Options);
}
