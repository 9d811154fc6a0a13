using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Lets one office apply after the end of the window.</summary>
/// <remarks>
/// By one caseworker, with a reason, also when the programme is closed, until a selection is proposed. The office can create and submit its
/// application to the end of the day. Granted again, the later grant counts. It stands in the programme's <c>lateExceptions</c>.
/// </remarks>
sealed class GrantLateException(CurrentUser user, BusinessClock clock) : Change<LateException, Programme>
{
    public sealed class Validator : RequestValidator<LateException>
    {
        public Validator()
        {
            RuleFor(request => request.OfficeAgs).Ags();
            RuleFor(request => request.Until).Day();
            RuleFor(request => request.Reason).Prose(2000);
        }
    }

    public override void Configure()
    {
        Post("/programmes/{id:guid}/late-exceptions");
        Policies(Can.MendApplications);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, ProgrammeProblems.Cancelled,
            Problems.WrongState, YouthOfficeProblems.Unknown, ProgrammeProblems.SelectionUnderWay);
    }

    protected override async Task<Outcome<Programme>> Handle(Tx tx, LateException request)
    {
        if (await Programme.Lock(tx, Id) is not { } programme)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, Id, request.OfficeAgs) is { } excluded)
            return excluded;
        if (programme.Version != SeenVersion)
            return Problems.Stale(programme.Version, SeenVersion);
        if (await WhyRefused(tx, programme, request) is { } refused)
            return refused;
        var exceptions = programme.LateExceptions
            .Where(exception => exception.OfficeAgs != request.OfficeAgs).Append(request)
            .OrderBy(exception => exception.OfficeAgs, StringComparer.Ordinal).ToList();
        await tx.Execute(Grant, new { Id, LateExceptions = StoredJson.Of<IReadOnlyList<LateException>>(exceptions), tx.Author.At });
        Audit.Append(tx, AuditAction.ProgrammeLateExceptionGranted, Id, SeenVersion + 1, new { request.OfficeAgs, request.Until });
        return (await Programme.Find(tx, Id))!;
    }

    async Task<Problem?> WhyRefused(Tx tx, Programme programme, LateException request)
    {
        if (request.Until < clock.Today)
        {
            return Problems.InvalidAt(
                nameof(request.Until), Bilingual.Of("The day must not be in the past.", "Der Tag darf nicht in der Vergangenheit liegen."));
        }
        if (CancelledProgramme.WhyRefused(programme) is { } cancelled)
            return cancelled;
        if (programme.Status is not (ProgrammeStatus.Open or ProgrammeStatus.Closed))
        {
            return Problems.WrongState.With(
                ("actual", programme.Status), ("expected", $"{ProgrammeStatus.Open} | {ProgrammeStatus.Closed}"));
        }
        if (await YouthOffice.FindByAgs(tx, request.OfficeAgs) is null)
            return YouthOfficeProblems.Unknown.With(("office", request.OfficeAgs));
        return await tx.OneOrNull<int?>(UnderWay, new { Id }) is null ? null : ProgrammeProblems.SelectionUnderWay;
    }

    const string Grant = """
        update Programme set LateExceptions = @LateExceptions, Version = Version + 1, UpdatedAt = @At where Id = @Id
        """;

    const string UnderWay = """
        select 1 where exists (select 1 from Selection where ProgrammeId = @Id and Status in ('proposed', 'confirmed', 'published'))
        """;
}
