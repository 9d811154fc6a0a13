using System.Text.Json;
using Auridis.Grants.Api.Features.Reviews;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Compares two submitted versions of an application.</summary>
/// <remarks>
/// From an earlier one (from, the one before when not given) to the version in the path. Before the first one there is nothing.
/// </remarks>
sealed class CompareApplicationVersions(CurrentUser user)
    : Read<CompareApplicationVersions.Request, ApplicationVersionDiff>
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
        Refuses(Problems.NotFound, ReviewProblems.ConflictUndeclared);
    }

    protected override async Task<Outcome<ApplicationVersionDiff>> Handle(Session session, Request request)
    {
        var application = await Application.FindFor(session, Id, user);
        if (!application.Succeeded)
            return application.Refusal;
        var to = Path<int>("number");
        var from = request.From ?? to - 1;
        return await Content(session, from) is { } earlier && await Content(session, to) is { } later
            ? new ApplicationVersionDiff(from, to, JsonDifference.Of(earlier, later))
            : Problems.NotFound;
    }

    async Task<JsonElement?> Content(Session session, int number) =>
        number == 0 ? StoredJson.Read<JsonElement>("{}")
        : await session.OneOrNull<string>(Select, new { Id, Number = number }) is { } content
            ? StoredJson.Read<JsonElement>(content)
            : null;

    const string Select = "select Content from ApplicationVersion where ApplicationId = @Id and Number = @Number";
}
