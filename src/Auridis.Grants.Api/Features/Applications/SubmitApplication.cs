using System.Security.Cryptography;
using System.Text;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Submits an application.</summary>
/// <remarks>
/// By the office that applies, until the end of the programme's last day. The content is frozen as a version with its SHA-256, and the
/// application gets its reference: without gaps in the programme, in the order of submission.
/// </remarks>
sealed class SubmitApplication(CurrentUser user, BusinessClock clock) : Change<Application>
{
    public override void Configure()
    {
        Post("/applications/{id:guid}/submit");
        Policies(Can.SubmitApplications);
        Refuses([
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, .. ApplicationWindow.Refusals,
            ProgrammeProblems.CapExceeded, ApplicationProblems.FinancePlanUnbalanced, ApplicationProblems.UnknownCategory,
            ApplicationProblems.PlanAgainstFinancing,
        ]);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx)
    {
        var today = clock.Today;
        if (await tx.OneOrNull<Guid?>(FindProgramme, new { Id }) is not { } programmeId)
            return Problems.NotFound;
        // A refusal rolls the counter back, so that no number is missing.
        await tx.Execute(CountInProgramme, new { ProgrammeId = programmeId });
        var programme = (await Programme.Find(tx, programmeId))!;
        var number = programme.ApplicationCount;
        var reference = ApplicationReference.Of(programme.Code, number);
        var submission = new
        {
            Id,
            SeenVersion,
            user.Office,
            user.Actor,
            Today = today,
            Number = number,
            Reference = reference,
            tx.Author.At,
        };
        if (await tx.Execute(Submit, submission) == 0)
            return await Application.WhyRefused(tx, Id, user, SeenVersion, ApplicationStatus.Draft);
        var application = (await Application.Find(tx, Id))!;
        if (ApplicationWindow.WhyRefused(programme, application.OfficeAgs, today) is { } closed)
            return closed;
        if (WhyUnsound(application.Content.FinancePlan, programme.Terms) is { } unsound)
            return unsound;
        var contentHash = await Freeze(tx, application);
        Audit.Append(tx, AuditAction.ApplicationSubmitted, Id, application.Version,
            new { Reference = reference, contentHash, application.Content.FinancePlan.Requested });
        return application;
    }

    static Problem? WhyUnsound(FinancePlan plan, ProgrammeTerms terms) =>
        CapPerSite.WhyRefused(terms, plan.Requested)
        ?? FinancePlanBalance.WhyRefused(plan)
        ?? FinancePlanCategories.WhyRefused(plan, terms)
        ?? PlanAgainstFinancing.WhyRefused(plan, terms);

    /// <returns>SHA-256 of the frozen text.</returns>
    static async Task<string> Freeze(Tx tx, Application application)
    {
        var content = StoredJson.Of(application.Content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        await tx.Execute(InsertVersion, new
        {
            application.Id,
            Number = application.Versions,
            Content = content,
            ContentHash = hash,
            application.SubmittedBy,
            application.SubmittedOn,
            CreatedAt = tx.Author.At,
        });
        return hash;
    }

    const string FindProgramme = "select ProgrammeId from Application where Id = @Id";

    const string CountInProgramme = "update Programme set ApplicationCount = ApplicationCount + 1 where Id = @ProgrammeId";

    const string Submit = """
        update Application
        set Status = 'submitted', Version = Version + 1, UpdatedAt = @At, VersionCount = VersionCount + 1, Number = @Number,
            Reference = @Reference, SubmittedBy = @Actor, SubmittedOn = @Today
        where Id = @Id and Version = @SeenVersion and Status = 'draft' and OfficeAgs = @Office
        """;

    const string InsertVersion = """
        insert into ApplicationVersion (ApplicationId, Number, Content, ContentHash, SubmittedBy, SubmittedOn, CreatedAt)
        values (@Id, @Number, @Content, @ContentHash, @SubmittedBy, @SubmittedOn, @CreatedAt)
        """;
}
