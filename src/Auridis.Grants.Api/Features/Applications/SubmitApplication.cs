using System.Security.Cryptography;
using System.Text;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Submits an application.</summary>
/// <remarks>
/// By the office that applies, until the end of the programme's last day, or, when it was returned, of the day to mend it by: then only
/// what the points name may differ from what was submitted before. Content and files are frozen as a version with its SHA-256. With the
/// first one the application gets its reference: without gaps in the programme, in the order of submission. What is refused of the content
/// is told before by <c>getCompleteness</c>.
/// </remarks>
sealed class SubmitApplication(CurrentUser user, BusinessClock clock) : Change<Application>
{
    public override void Configure()
    {
        Post("/applications/{id:guid}/submit");
        Policies(Can.SubmitApplications);
        Refuses([
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, .. ApplicationWindow.Refusals,
            ApplicationProblems.MendingDatePassed, .. ReadyContent.Refusals,
        ]);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx)
    {
        var today = clock.Today;
        if (await tx.OneOrNull<Guid?>(FindProgramme, new { Id }) is not { } programmeId)
            return Problems.NotFound;
        var programme = (await Programme.Lock(tx, programmeId))!;
        var before = (await Application.Lock(tx, Id))!;
        // A refusal rolls the counter back, so that no number is missing.
        if (before.Reference is null)
            await tx.Execute(CountInProgramme, new { ProgrammeId = programmeId });
        var number = programme.ApplicationCount + 1;
        var submission = new
        {
            Id,
            SeenVersion,
            user.Office,
            user.Actor,
            Today = today,
            Number = number,
            Reference = ApplicationReference.Of(programme.Code, number),
            tx.Author.At,
        };
        if (await tx.Execute(Submit, submission) == 0)
            return await Application.WhyRefused(tx, Id, user, SeenVersion, ApplicationStatus.Draft, ApplicationStatus.Returned);
        if (WhyTooLate(programme, before, today) is { } late)
            return late;
        var faults = ReadyContent.Faults(before, await before.ToMend(tx), programme.Terms);
        if (faults.Select(fault => fault.Problem).FirstOrDefault() is { } unready)
            return unready;
        var application = (await Application.Find(tx, Id))!;
        await tx.Execute(SetSummary, new { Id, application.Content.Title, application.Content.FinancePlan!.Requested });
        await TitleIndex.Write(tx, Id, application.Content.Title);
        var contentHash = await Freeze(tx, application);
        Audit.Append(tx, AuditAction.ApplicationSubmitted, Id, application.Version,
            new { application.Reference, contentHash, application.Content.FinancePlan.Requested });
        return application;
    }

    static Problem? WhyTooLate(Programme programme, Application application, DateOnly today) =>
        application.Status == ApplicationStatus.Draft
            ? ApplicationWindow.WhyRefused(programme, application.OfficeAgs, today)
            : CancelledProgramme.WhyRefused(programme) ?? MendingPeriod.WhyRefused(application.Mending!, today);

    /// <returns>SHA-256 of the frozen texts.</returns>
    static async Task<string> Freeze(Tx tx, Application application)
    {
        var content = StoredJson.Of(application.Content);
        var attachments = await AttachmentSet.Freeze(tx, application) is { Count: > 0 } files ? StoredJson.Of(files) : null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content + attachments)));
        await tx.Execute(InsertVersion, new
        {
            application.Id,
            Number = application.Versions,
            Content = content,
            Attachments = attachments,
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
        set Status = 'submitted', Version = Version + 1, UpdatedAt = @At, VersionCount = VersionCount + 1,
            Number = coalesce(Number, @Number), Reference = coalesce(Reference, @Reference), SubmittedBy = @Actor, SubmittedOn = @Today
        where Id = @Id and Version = @SeenVersion and Status in ('draft', 'returned') and OfficeAgs = @Office
        """;

    const string SetSummary = "update Application set Title = @Title, RequestedCents = @Requested where Id = @Id";

    const string InsertVersion = """
        insert into ApplicationVersion (ApplicationId, Number, Content, Attachments, ContentHash, SubmittedBy, SubmittedOn, CreatedAt)
        values (@Id, @Number, @Content, @Attachments, @ContentHash, @SubmittedBy, @SubmittedOn, @CreatedAt)
        """;
}
