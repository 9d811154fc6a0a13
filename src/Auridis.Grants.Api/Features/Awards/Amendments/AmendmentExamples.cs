using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Awards;

sealed class AmendmentExamples : IExamples
{
    static readonly DateOnly Day = new(2019, 2, 6);

    static readonly ProposeAmendment.Request Propose = new(
        AmendmentKind.Extension, "The network coordinator starts three months later than planned.", EndsOn: Longer.EndsOn);

    static readonly Reasoned Refuse = new("The project can end in time.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListAmendments>(Example.Page(Approved)),
        Example.Of<ProposeAmendment>(Proposed, Propose),
        Example.Of<GetAmendment>(Approved),
        Example.Of<EndorseAmendment>(Endorsed),
        Example.Of<ApproveAmendment>(Approved),
        Example.Of<RefuseAmendment>(
            Proposed with { Version = 2, Status = AmendmentStatus.Refused, DecidedOn = Day, RefusalReason = Refuse.Reason }, Refuse),
        Example.Of<WithdrawAmendment>(Proposed with { Version = 2, Status = AmendmentStatus.Withdrawn, DecidedOn = Day }),
        Example.Of<ListAwardVersions>(Example.Page(Second)),
        Example.Of<GetAwardVersion>(Second),
        Example.Of<CompareAwardVersions>(new VersionDiff(1, 2,
        [
            new MemberChange("/endsOn", Text(Award.EndsOn), Text(Longer.EndsOn)),
            new MemberChange("/reportDueOn", Text(Award.ReportDueOn), Text(Longer.ReportDueOn)),
        ])),
    ];

    static Award Award => AwardExamples.Offered;

    static AwardPlan Longer
    {
        get
        {
            var endsOn = Award.EndsOn.AddDays(1).AddMonths(3).AddDays(-1);
            return Award.Plan with { EndsOn = endsOn, ReportDueOn = ReportDueDate.Of(endsOn, Award.Terms) };
        }
    }

    static Amendment Proposed => new()
    {
        Id = Example.Id(63),
        Version = 1,
        Reference = Award.Reference + "-A01",
        ProgrammeId = ProgrammeExamples.Id,
        AwardId = AwardExamples.Id,
        OfficeAgs = YouthOfficeExamples.Ags,
        Kind = Propose.Kind,
        Status = AmendmentStatus.Proposed,
        Plan = Longer,
        PreviousPlan = Award.Plan,
        Reason = Propose.Reason,
        ProposedBy = Example.Person("applicant-" + YouthOfficeExamples.Ags),
        ProposedOn = Day,
        CreatedAt = Example.At(2019, 2, 6),
        UpdatedAt = Example.At(2019, 2, 6),
    };

    static Amendment Endorsed => Proposed with
    {
        Version = 2,
        Status = AmendmentStatus.Endorsed,
        EndorsedBy = Example.Person("caseworker-1"),
        EndorsedOn = Day,
    };

    static Amendment Approved => Endorsed with { Version = 3, Status = AmendmentStatus.Approved, DecidedOn = Day };

    static AwardVersion Second => new()
    {
        Number = 2,
        AmendmentId = Approved.Id,
        Plan = Longer,
        MadeOn = Day,
        CreatedAt = Example.At(2019, 2, 6),
    };

    static System.Text.Json.JsonElement Text(DateOnly day) => System.Text.Json.JsonSerializer.SerializeToElement(day);
}
