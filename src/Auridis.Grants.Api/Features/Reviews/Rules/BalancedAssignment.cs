using System.Security.Cryptography;
using System.Text;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>
/// Who reviews what: balanced, and repeatable from the seed by anyone. Applications that the fewest reviewers can take have the first
/// choice, among those the one with the lowest draw. Each gets the reviewers who have the fewest reviews by then, among those the ones with
/// the lowest draw. A draw is the SHA-256, as a number, of the UTF-8 of the seed and the application's reference, and for a reviewer the
/// reviewer's key, with a line feed between them. Nothing depends on the order of the input.
/// </summary>
static class BalancedAssignment
{
    /// <summary>The pairs of application and reviewer, in the order of choice.</summary>
    /// <param name="loads">How many reviews each reviewer has before.</param>
    public static List<(string Reference, string Reviewer)> Of(
        IEnumerable<ReviewDemand> demands, IReadOnlyDictionary<string, int> loads, string seed)
    {
        var now = loads.ToDictionary(StringComparer.Ordinal);
        List<(string, string)> pairs = [];
        foreach (var demand in demands
            .OrderBy(demand => now.Count - demand.Excluded.Count)
            .ThenBy(demand => Draw(seed, demand.Reference), StringComparer.Ordinal))
        {
            foreach (var reviewer in Fewest(now, demand, seed))
            {
                now[reviewer]++;
                pairs.Add((demand.Reference, reviewer));
            }
        }
        return pairs;
    }

    static List<string> Fewest(Dictionary<string, int> loads, ReviewDemand demand, string seed)
    {
        var able = loads.Where(load => !demand.Excluded.Contains(load.Key)).ToList();
        if (able.Count == 0 || demand.Missing <= 0)
            return [];
        // Only those who have as many as the last one who gets it need a draw.
        able.Sort((one, other) => one.Value.CompareTo(other.Value));
        var most = able[Math.Min(demand.Missing, able.Count) - 1].Value;
        return
        [
            .. able.TakeWhile(load => load.Value <= most)
                .OrderBy(load => load.Value)
                .ThenBy(load => load.Value < most ? load.Key : Draw(seed, demand.Reference, load.Key), StringComparer.Ordinal)
                .Take(demand.Missing)
                .Select(load => load.Key),
        ];
    }

    static string Draw(params ReadOnlySpan<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}

/// <summary>An application that needs reviews.</summary>
/// <param name="Missing">How many it needs.</param>
/// <param name="Excluded">Which of the reviewers cannot take it.</param>
sealed record ReviewDemand(string Reference, int Missing, IReadOnlySet<string> Excluded);
