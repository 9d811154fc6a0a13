using System.Text.RegularExpressions;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Notes;

/// <summary>
/// A note is about one resource of a round, which is there. A draft is nobody's but its office's: there is nothing to note on one.
/// </summary>
static partial class NotedResource
{
    /// <summary>The rows behind each collection, and the programme and the office that a row is of.</summary>
    static readonly Dictionary<string, string> Rows = new(StringComparer.Ordinal)
    {
        ["applications"] = "select ProgrammeId, OfficeAgs from Application where Id = @Id and Status <> 'draft'",
        ["awards"] = "select ProgrammeId, OfficeAgs from Award where Id = @Id",
        ["disbursements"] = "select ProgrammeId, OfficeAgs from Disbursement where Id = @Id",
        ["programmes"] = "select Id as ProgrammeId, null as OfficeAgs from Programme where Id = @Id",
        ["repayment-claims"] = "select ProgrammeId, OfficeAgs from RepaymentClaim where Id = @Id",
        ["selections"] = "select ProgrammeId, null as OfficeAgs from Selection where Id = @Id",
        ["spending-reports"] = "select ProgrammeId, OfficeAgs from SpendingReport where Id = @Id",
        ["youth-offices"] = "select null as ProgrammeId, Ags as OfficeAgs from YouthOffice where Id = @Id",
    };

    /// <summary>Whether it is the path of a resource that can be noted on.</summary>
    public static bool IsPath(string? resource) =>
        resource is not null && Path().Match(resource) is { Success: true } match && Rows.ContainsKey(match.Groups["collection"].Value);

    public static string NoPath => Bilingual.Of(
        $"A path such as /applications/{{id}}, of one of: {string.Join(", ", Rows.Keys)}.",
        $"Ein Pfad wie /applications/{{id}}, zu einem von: {string.Join(", ", Rows.Keys)}.");

    /// <summary>The resource at a path; null when it is not there.</summary>
    public static Task<Found?> Find(Session session, string resource)
    {
        var match = Path().Match(resource);
        return session.OneOrNull<Found>(Rows[match.Groups["collection"].Value], new { Id = Guid.Parse(match.Groups["id"].Value) });
    }

    /// <summary>Why the caller neither writes nor strikes a note on what belongs to these; null when they may.</summary>
    public static async Task<Problem?> WhyExcluded(Session session, CurrentUser user, Guid? programmeId, string? officeAgs) =>
        (programmeId, officeAgs) switch
        {
            (_, null) => null,
            (null, { } office) => ExcludedPersons.WhyRefused(user, office),
            ({ } programme, { } office) => await ExcludedPersons.WhyRefused(session, user, programme, office),
        };

    [GeneratedRegex(
        "^/(?<collection>[a-z-]+)/(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Path();

    /// <summary>What is noted on.</summary>
    internal sealed record Found
    {
        /// <summary>The programme that it belongs to; null where it belongs to none.</summary>
        public Guid? ProgrammeId { get; init; }

        /// <summary>The office that it is of; null where it is of none.</summary>
        public string? OfficeAgs { get; init; }
    }
}
