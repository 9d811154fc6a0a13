using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Records a remedy that an office has filed against its award, or against what was decided on a report of it.</summary>
/// <remarks>
/// In every state of the award, since it was filed whether it is admissible or not. While one is open, the award does not become final, and
/// has no finalFrom: neither is it activated, nor are remedies waived. One against an accepted report (<c>spendingReportId</c>) keeps the
/// award from nothing; what is claimed back stays due, unless it is deferred.
/// </remarks>
sealed class RecordRemedy(CurrentUser user, BusinessClock clock) : Creation<RecordRemedy.Request, AwardRemedy>
{
    /// <param name="Kind">Objection or action.</param>
    /// <param name="FiledOn">
    /// The day on which it was filed: neither before the award was offered, or the report accepted, nor in the future.
    /// </param>
    /// <param name="Reference">The file reference, up to 100 characters.</param>
    /// <param name="SpendingReportId">The accepted report of the award that it is filed against; null when it is the award itself.</param>
    public sealed record Request(
        [property: OneOf(typeof(RemedyKind))] string Kind, DateOnly FiledOn, string Reference, Guid? SpendingReportId = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Kind).OneOf(typeof(RemedyKind));
            RuleFor(request => request.FiledOn).Day();
            RuleFor(request => request.Reference).Line(100);
        }
    }

    public override void Configure()
    {
        Post("/awards/{id:guid}/remedies");
        Policies(Can.RecordRemedies);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted);
    }

    protected override string LocationOf(AwardRemedy remedy) => $"/remedies/{remedy.Id}";

    protected override async Task<Outcome<AwardRemedy>> Handle(Tx tx, Request request)
    {
        // An activation that is under way ends first.
        await AwardFunds.Lock(tx, Id);
        if (await Award.Find(tx, Id) is not { } award)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, award.ProgrammeId, award.OfficeAgs) is { } excluded)
            return excluded;
        var report = request.SpendingReportId is { } reportId ? await SpendingReport.Find(tx, reportId) : null;
        if (request.SpendingReportId is not null && (report?.AwardId != award.Id || report.AcceptedOn is null))
        {
            return Problems.InvalidAt(nameof(request.SpendingReportId), Bilingual.Of(
                "The award has no accepted report with this id.", "Die Zuwendung hat keinen angenommenen Nachweis mit dieser id."));
        }
        if (RemedyDays.WhyNotFiled(award, report, request.FiledOn, clock.Today) is { } wrong)
            return wrong;
        var id = tx.NewId();
        await tx.Execute(Insert, new
        {
            Id = id,
            award.ProgrammeId,
            AwardId = award.Id,
            request.SpendingReportId,
            award.OfficeAgs,
            request.Kind,
            request.FiledOn,
            request.Reference,
            user.Actor,
            tx.Author.At,
        });
        await Finality.Keep(tx, award.Id);
        Audit.Append(tx, AuditAction.RemedyRecorded, id, 1,
            new { AwardId = award.Id, request.SpendingReportId, request.Kind, request.FiledOn });
        return (await AwardRemedy.Find(tx, id))!;
    }

    const string Insert = """
        insert into AwardRemedy
            (Id, Version, ProgrammeId, AwardId, SpendingReportId, OfficeAgs, Kind, Status, FiledOn, Reference, RecordedBy, CreatedAt,
                UpdatedAt)
        values (@Id, 1, @ProgrammeId, @AwardId, @SpendingReportId, @OfficeAgs, @Kind, 'open', @FiledOn, @Reference, @Actor, @At,
            @At)
        """;
}
