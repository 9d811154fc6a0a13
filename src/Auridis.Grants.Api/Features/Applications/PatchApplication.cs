using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Changes parts of the content of an application that is a draft, or was returned.</summary>
/// <remarks>
/// By the office that applies, with a merge patch (RFC 7396): what it names is replaced, null empties it, and the rest stays. A list is
/// replaced as a whole.
/// </remarks>
sealed class PatchApplication(CurrentUser user) : Change<MergePatch<PatchApplication.Changes>, Application>
{
    /// <param name="Content">The members that change; null empties the whole content.</param>
    /// <param name="ContactId">A contact of the office; null names none.</param>
    public sealed record Changes(ApplicationContent? Content = null, Guid? ContactId = null);

    /// <summary>What is patched was valid, and no rule is about two members: the document is when the patch is.</summary>
    public sealed class Validator : RequestValidator<MergePatch<Changes>>
    {
        public Validator() => RuleFor(patch => patch.Values.Content!)
            .SetValidator(new ApplicationContentValidator()).OverridePropertyName(nameof(Changes.Content));
    }

    public override void Configure()
    {
        Patch("/applications/{id:guid}");
        Policies(Can.WriteApplications);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.Cancelled,
            YouthOfficeProblems.ContactUnknown);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx, MergePatch<Changes> request)
    {
        // Locked, so that the patch meets what is saved.
        if (await Application.Lock(tx, Id) is not { } application)
            return Problems.NotFound;
        var changed = request.ApplyTo(new Changes(application.Content, application.ContactId));
        return await EditApplication.Save(tx, Id, user, SeenVersion, changed.Content ?? new ApplicationContent(), changed.ContactId);
    }
}
