using System.Text.Json;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Compares two submitted versions of an application.</summary>
/// <remarks>
/// From an earlier one (from, the one before when not given) to the version in the path. Before the first one there is nothing. The files
/// are compared as a member <c>attachments</c> of the content.
/// </remarks>
sealed class CompareApplicationVersions(CurrentUser user)
    : Read<CompareApplicationVersions.Request, VersionDiff>
{
    public sealed record Request
    {
        /// <summary>The number of the earlier version.</summary>
        [Between(1)]
        public int? From { get; init; }
    }

    public override void Configure()
    {
        Get("/applications/{id:guid}/versions/{number:int}/diff");
        Policies(Can.ReadApplications);
        Refuses(Problems.NotFound, YouthOfficeProblems.ConflictUndeclared);
    }

    protected override async Task<Outcome<VersionDiff>> Handle(Session session, Request request)
    {
        var application = await Application.FindFor(session, Id, user);
        if (!application.Succeeded)
            return application.Refusal;
        var to = Path<int>("number");
        var from = request.From ?? to - 1;
        return await Content(session, from) is { } earlier && await Content(session, to) is { } later
            ? new VersionDiff(from, to, JsonDifference.Of(earlier, later))
            : Problems.NotFound;
    }

    async Task<JsonElement?> Content(Session session, int number) =>
        number == 0 ? StoredJson.Read<JsonElement>("{}") : (await ApplicationVersion.Find(session, Id, number))?.Document();
}
