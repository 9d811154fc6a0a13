using System.Text.Json;
using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Compares two versions of an award.</summary>
/// <remarks>
/// From an earlier one (from, the one before when not given) to the version in the path. Before the first one there is nothing.
/// </remarks>
sealed class CompareAwardVersions(CurrentUser user) : Read<CompareAwardVersions.Request, VersionDiff>
{
    public sealed record Request
    {
        /// <summary>The number of the earlier version.</summary>
        [Between(1)]
        public int? From { get; init; }
    }

    public override void Configure()
    {
        Get("/awards/{id:guid}/versions/{number:int}/diff");
        Policies(Can.ReadAwards);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<VersionDiff>> Handle(Session session, Request request)
    {
        if (await Award.FindFor(session, Id, user) is null)
            return Problems.NotFound;
        var to = Path<int>("number");
        var from = request.From ?? to - 1;
        return await Plan(session, from) is { } earlier && await Plan(session, to) is { } later
            ? new VersionDiff(from, to, JsonDifference.Of(earlier, later))
            : Problems.NotFound;
    }

    async Task<JsonElement?> Plan(Session session, int number) =>
        number == 0 ? StoredJson.Read<JsonElement>("{}") : (await AwardVersion.Find(session, Id, number))?.Document();
}
