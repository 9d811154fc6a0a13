using System.Security.Cryptography;
using System.Text;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Applications;

/// <summary>Hands a draft in: freezes its content as a version and gives it its reference.</summary>
sealed class SubmitApplication : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/applications/{id:guid}/submit", Handle)
        .RequireAuthorization(Policies.CanSubmitApplications)
        .NeedsIfMatch()
        .Describe("submitApplication", "Hands an application in",
            "Until the end of the programme's last day. What it says is frozen as a version with its SHA-256, and it gets its reference: without gaps in the programme, in the order of handing in.")
        .Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, ApplicationProblems.DeadlinePassed,
            ApplicationProblems.ProgrammeNotOpen, ProgrammeProblems.CapExceeded, ApplicationProblems.FinancePlanUnbalanced, ApplicationProblems.UnknownCategory);

    static Task<Changed<Application>> Handle(Guid id, Change change, CurrentUser user, BusinessClock clock) => change.Apply<Application>(async tx =>
    {
        if (await tx.Find<Guid?>(FindProgramme, new { id }) is not { } programmeId)
            return (Problem)Problems.NotFound;
        // The programme first, as everywhere. What a refusal takes from the counter, its rollback gives back.
        await tx.Execute(CountInProgramme, new { programmeId });
        var programme = (await Programme.Find(tx, programmeId))!;
        var number = await tx.Get<int>(LastNumber, new { programmeId });
        var reference = SubmissionRules.Reference(programme.Code, number);
        if (await tx.Execute(Submit, new { id, change.Version, user.Office, user.Actor, clock.Now, number, reference }) == 0)
            return await Application.WhyRefused(tx, user, id, change.Version, ApplicationStatus.Draft);
        if (SubmissionRules.Window(programme, clock.Today) is { } closed)
            return closed;
        var row = (await Application.Row.Find(tx, id))!;
        var application = row.ToApplication();
        if (SubmissionRules.Finances(application.Content.FinancePlan, programme.Terms) is { } refused)
            return refused;
        var contentHash = await Freeze(tx, row);
        Audit.Append(tx, "application.submitted", id, application.Version, new { reference, contentHash, application.Content.FinancePlan.Requested });
        return application;
    });

    /// <returns>SHA-256 of the frozen text.</returns>
    static async Task<string> Freeze(Tx tx, Application.Row application)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(application.Content)));
        await tx.Execute(InsertVersion, new
        {
            application.Id,
            application.VersionCount,
            application.Content,
            Hash = hash,
            application.SubmittedBy,
            application.SubmittedAt,
        });
        return hash;
    }

    const string FindProgramme = "select ProgrammeId from Application where Id = @id";

    const string CountInProgramme = "update Programme set ApplicationCount = ApplicationCount + 1 where Id = @programmeId";

    const string Submit = """
        update Application
        set Status = 'submitted', Version = Version + 1, VersionCount = VersionCount + 1, Number = @number, Reference = @reference,
            SubmittedBy = @Actor, SubmittedAt = @Now
        where Id = @id and Version = @Version and Status = 'draft' and OfficeAgs = @Office
        """;

    const string LastNumber = "select ApplicationCount from Programme where Id = @programmeId";

    const string InsertVersion = """
        insert into ApplicationVersion (ApplicationId, Number, Content, ContentHash, SubmittedBy, SubmittedAt)
        values (@Id, @VersionCount, @Content, @Hash, @SubmittedBy, @SubmittedAt)
        """;
}
