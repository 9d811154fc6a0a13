using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Replaces the content of an application that is a draft, or was returned.</summary>
/// <remarks>
/// By the office that applies. Once submitted, an application keeps its content. What the points of a return allow is checked when it is
/// submitted again.
/// </remarks>
sealed class EditApplication(CurrentUser user) : Change<EditApplication.Request, Application>
{
    /// <param name="Content">What the application says from now on.</param>
    public sealed record Request(ApplicationContent Content);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator() => RuleFor(request => request.Content).SetValidator(new ApplicationContentValidator());
    }

    public override void Configure()
    {
        Put("/applications/{id:guid}");
        Policies(Can.WriteApplications);
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.Cancelled);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx, Request request)
    {
        var changed = await tx.Execute(Update, new
        {
            Id,
            SeenVersion,
            user.Office,
            request.Content.Title,
            Content = StoredJson.Of(request.Content),
            request.Content.FinancePlan.Requested,
            tx.Author.At,
        });
        if (changed == 0)
            return await Application.WhyRefused(tx, Id, user, SeenVersion, ApplicationStatus.Draft, ApplicationStatus.Returned);
        var application = (await Application.Find(tx, Id))!;
        if (await CancelledProgramme.WhyRefused(tx, application.ProgrammeId) is { } cancelled)
            return cancelled;
        Audit.Append(tx, AuditAction.ApplicationEdited, Id, application.Version);
        return application;
    }

    // Title and amount stand in the list, where others read them: of a returned application they stay those that were submitted.
    const string Update = """
        update Application
        set Version = Version + 1, UpdatedAt = @At, Content = @Content,
            Title = case when Status = 'draft' then @Title else Title end,
            RequestedCents = case when Status = 'draft' then @Requested else RequestedCents end
        where Id = @Id and Version = @SeenVersion and Status in ('draft', 'returned') and OfficeAgs = @Office
        """;
}
