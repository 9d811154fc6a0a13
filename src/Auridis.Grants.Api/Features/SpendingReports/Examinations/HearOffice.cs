using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Hears the office on what is to be claimed back.</summary>
/// <remarks>
/// By the examiner of the final report, when its statement comes to a claim: an administrative act that burdens its recipient needs it (§
/// 28 VwVfG NRW, § 24 SGB X). Another hearing replaces the one before, as when more is to be claimed than the office was asked about.
/// </remarks>
sealed class HearOffice(CurrentUser user, BusinessClock clock) : Change<HearOffice.Request, SpendingReport>
{
    /// <param name="SentOn">The day on which the office was asked, not in the future.</param>
    /// <param name="ReplyBy">The last day for its reply, after <c>sentOn</c>.</param>
    /// <param name="DraftClaim">The sum that it is heard on.</param>
    public sealed record Request(DateOnly SentOn, DateOnly ReplyBy, Money DraftClaim);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.SentOn).Day();
            RuleFor(request => request.ReplyBy).Day().GreaterThan(request => request.SentOn)
                .WithMessage(_ => Bilingual.Of("The day must be after sentOn.", "Der Tag muss nach sentOn liegen."));
            RuleFor(request => request.DraftClaim).Positive();
        }
    }

    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/hearing");
        Policies(Can.ExamineSpendingReports);
        Refuses(
            Problems.NotFound, SpendingReportProblems.NotTheExaminer, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion,
            Problems.WrongState, SpendingReportProblems.InterimReport);
    }

    protected override async Task<Outcome<SpendingReport>> Handle(Tx tx, Request request)
    {
        var hearing = new Hearing(request.SentOn, request.ReplyBy, request.DraftClaim);
        var heard = new { Id, SeenVersion, user.Actor, Hearing = StoredJson.Of(hearing), hearing.OverOn, tx.Author.At };
        if (await tx.Execute(Hear, heard) == 0)
        {
            return await SpendingReport.WhyNotExamined(
                tx, Id, user, SeenVersion, SpendingReport.OnlyItsExaminer(user), SpendingReportStatus.InExamination);
        }
        var report = (await SpendingReport.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, report.ProgrammeId, report.OfficeAgs) is { } excluded)
            return excluded;
        if (FinalReportOnly.WhyRefused(report) is { } interim)
            return interim;
        if (request.SentOn > clock.Today)
            return Problems.InFuture(nameof(request.SentOn));
        Audit.Append(tx, AuditAction.SpendingReportHearingOpened, Id, report.Version, hearing);
        return report;
    }

    const string Hear = """
        update SpendingReport set Version = Version + 1, UpdatedAt = @At, Hearing = @Hearing, HearingOverOn = @OverOn
        where Id = @Id and Version = @SeenVersion and Status = 'in-examination' and ExaminedBy = @Actor
        """;
}
