using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Replaces the content of an application that is a draft, or was returned.</summary>
/// <remarks>
/// By the office that applies. A draft can be incomplete; once submitted, an application keeps its content. What is missing, and what the
/// points of a return allow, is told by <c>getCompleteness</c> and checked when it is submitted.
/// </remarks>
sealed class EditApplication(CurrentUser user) : Change<EditApplication.Request, Application>
{
    /// <param name="Content">What the application says from now on.</param>
    /// <param name="ContactId">A contact of the office; null when none is named.</param>
    public sealed record Request(ApplicationContent Content, Guid? ContactId = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator() => RuleFor(request => request.Content).SetValidator(new ApplicationContentValidator());
    }

    public override void Configure()
    {
        Put("/applications/{id:guid}");
        Policies(Can.WriteApplications);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.Cancelled,
            YouthOfficeProblems.ContactUnknown);
    }

    protected override Task<Outcome<Application>> Handle(Tx tx, Request request) =>
        Save(tx, Id, user, SeenVersion, request.Content, request.ContactId);

    /// <summary>Gives an application of the caller's office another content, and names its contact.</summary>
    public static async Task<Outcome<Application>> Save(
        Tx tx, Guid id, CurrentUser user, int seenVersion, ApplicationContent content, Guid? contactId)
    {
        var changed = await tx.Execute(Update, new
        {
            Id = id,
            SeenVersion = seenVersion,
            user.Office,
            ContactId = contactId,
            content.Title,
            Content = StoredJson.Of(content),
            Requested = content.FinancePlan?.Requested,
            tx.Author.At,
        });
        if (changed == 0)
            return await Application.WhyRefused(tx, id, user, seenVersion, ApplicationStatus.Draft, ApplicationStatus.Returned);
        var application = (await Application.Find(tx, id))!;
        if (await CancelledProgramme.WhyRefused(tx, application.ProgrammeId) is { } cancelled)
            return cancelled;
        if (await ContactOfOffice.WhyRefused(tx, contactId, application.OfficeAgs) is { } unknown)
            return unknown;
        if (application.Status == ApplicationStatus.Draft)
            await TitleIndex.Write(tx, id, content.Title);
        Audit.Append(tx, AuditAction.ApplicationEdited, id, application.Version);
        return application;
    }

    // Title and amount stand in the list, where others read them: of a returned application they stay those that were submitted.
    const string Update = """
        update Application
        set Version = Version + 1, UpdatedAt = @At, Content = @Content,
            ContactId = (select Id from Contact where Id = @ContactId),
            Title = case when Status = 'draft' then @Title else Title end,
            RequestedCents = case when Status = 'draft' then @Requested else RequestedCents end
        where Id = @Id and Version = @SeenVersion and Status in ('draft', 'returned') and OfficeAgs = @Office
        """;
}
