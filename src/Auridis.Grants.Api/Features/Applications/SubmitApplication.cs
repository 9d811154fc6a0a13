using System.Security.Cryptography;
using System.Text;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Hands an application in.</summary>
/// <remarks>
/// Until the end of the programme's last day. What it says is frozen as a version with its SHA-256, and it gets its reference: without
/// gaps in the programme, in the order of handing in.
/// </remarks>
sealed class SubmitApplication(CurrentUser user, BusinessClock clock) : Change<Application>
{
    public override void Configure()
    {
        Post("/applications/{id:guid}/submit");
        Policies(Can.SubmitApplications);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState,
            ApplicationProblems.DeadlinePassed, ApplicationProblems.ProgrammeNotOpen, ProgrammeProblems.CapExceeded,
            ApplicationProblems.FinancePlanUnbalanced, ApplicationProblems.UnknownCategory);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx)
    {
        if (await tx.OneOrNull<Guid?>(FindProgramme, new { Id }) is not { } programmeId)
            return Problems.NotFound;
        // The programme first, as everywhere. What a refusal takes from the counter, its rollback gives back.
        await tx.Execute(CountInProgramme, new { ProgrammeId = programmeId });
        var programme = (await Programme.Find(tx, programmeId))!;
        var number = await tx.One<int>(LastNumber, new { ProgrammeId = programmeId });
        var reference = SubmissionRules.Reference(programme.Code, number);
        if (await tx.Execute(Submit, new { Id, SeenVersion, user.Office, user.Actor, clock.Now, Number = number, Reference = reference }) == 0)
            return await Application.WhyRefused(tx, Id, user, SeenVersion, ApplicationStatus.Draft);
        if (SubmissionRules.Window(programme, clock.Today) is { } closed)
            return closed;
        var row = (await Application.Row.Find(tx, Id))!;
        var application = row.ToApplication();
        if (SubmissionRules.Finances(application.Content.FinancePlan, programme.Terms) is { } refused)
            return refused;
        var contentHash = await Freeze(tx, row);
        Audit.Append(tx, "application.submitted", Id, application.Version, new { Reference = reference, contentHash, application.Content.FinancePlan.Requested });
        return application;
    }

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

    const string FindProgramme = "select ProgrammeId from Application where Id = @Id";

    const string CountInProgramme = "update Programme set ApplicationCount = ApplicationCount + 1 where Id = @ProgrammeId";

    const string Submit = """
        update Application
        set Status = 'submitted', Version = Version + 1, VersionCount = VersionCount + 1, Number = @Number, Reference = @Reference,
            SubmittedBy = @Actor, SubmittedAt = @Now
        where Id = @Id and Version = @SeenVersion and Status = 'draft' and OfficeAgs = @Office
        """;

    const string LastNumber = "select ApplicationCount from Programme where Id = @ProgrammeId";

    const string InsertVersion = """
        insert into ApplicationVersion (ApplicationId, Number, Content, ContentHash, SubmittedBy, SubmittedAt)
        values (@Id, @VersionCount, @Content, @Hash, @SubmittedBy, @SubmittedAt)
        """;
}
