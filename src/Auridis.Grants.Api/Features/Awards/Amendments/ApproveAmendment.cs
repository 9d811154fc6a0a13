using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Approves an amendment, which takes effect at once.</summary>
/// <remarks>
/// By a decider who has neither proposed nor endorsed it. The award gets its next version and a letter; after an extension a report that is
/// not submitted is due later. An increase takes money of the programme, within its budget and its cap; a reduction frees it, and not what
/// is drawn.
/// </remarks>
sealed class ApproveAmendment(CurrentUser user, BusinessClock clock) : Change<Amendment>
{
    public override void Configure()
    {
        Post("/amendments/{id:guid}/approve");
        Policies(Can.ApproveAmendments);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            AmendmentProblems.AwardAccounted, AmendmentProblems.Outdated, AmendmentProblems.AwardDrawn, ProgrammeProblems.CapExceeded,
            ProgrammeProblems.BudgetExhausted);
    }

    protected override async Task<Outcome<Amendment>> Handle(Tx tx)
    {
        if (await Amendment.Find(tx, Id) is not { } seen)
            return Problems.NotFound;
        if (user.Is(seen.ProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (user.Is(seen.EndorsedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Endorser));
        if (await ExcludedPersons.WhyRefused(tx, user, seen.ProgrammeId, seen.OfficeAgs) is { } excluded)
            return excluded;
        var programme = (await Programme.Lock(tx, seen.ProgrammeId))!;
        await AwardFunds.Lock(tx, seen.AwardId);
        var before = (await Award.Find(tx, seen.AwardId))!;
        var plan = await AmendedPlan.WithDueDay(tx, before, seen);
        var approved = new { Id, SeenVersion, Plan = StoredJson.Of(plan), user.Actor, clock.Today, tx.Author.At };
        if (await tx.Execute(Approve, approved) == 0)
        {
            var now = (await Amendment.Find(tx, Id))!;
            return Problems.StaleOrWrongState(now.Version, SeenVersion, now.Status, AmendmentStatus.Endorsed);
        }
        var amendment = (await Amendment.Find(tx, Id))!;
        if (await WhyRefused(tx, programme, before, amendment) is { } refused)
            return refused;
        await PutInForce(tx, before, amendment);
        Audit.Append(tx, AuditAction.AmendmentApproved, Id, amendment.Version,
            new { amendment.AwardId, amendment.Kind, plan.Amount, plan.EndsOn, plan.ReportDueOn });
        return amendment;
    }

    static async Task<Problem?> WhyRefused(Tx tx, Programme programme, Award award, Amendment amendment) =>
        await AmendableAward.WhyRefused(tx, award)
        ?? (StoredJson.Of(award.Plan) != StoredJson.Of(amendment.PreviousPlan) ? AmendmentProblems.Outdated : null)
        ?? AmendedPlan.WhyBelowDrawn(award, amendment.Plan.Amount)
        ?? (amendment.Kind == AmendmentKind.Increase
            ? Places.WhyNoMore(programme, award.Amount, amendment.Plan.Amount)
            : null);

    async Task PutInForce(Tx tx, Award before, Amendment amendment)
    {
        var (today, plan) = (clock.Today, amendment.Plan);
        await tx.Execute(Amend, new
        {
            amendment.AwardId,
            plan.Amount,
            Lines = StoredJson.Of(plan.Lines),
            Financing = StoredJson.Of(plan.Financing),
            plan.EndsOn,
            plan.ReportDueOn,
        });
        if (plan.EndsOn != before.EndsOn)
            await SpendingReport.Extend(tx, amendment.AwardId, plan.EndsOn, plan.ReportDueOn);
        await CommittedShare.Book(tx, amendment.AwardId, new BusinessDocument(
            Id, amendment.Reference, amendment.ProgrammeId, amendment.AwardId, $"Amendment {amendment.Reference} approved", today));
        var award = (await Award.Find(tx, amendment.AwardId))!;
        await AwardVersion.Keep(tx, award, Id, today);
        Audit.Append(tx, AuditAction.AwardAmended, award.Id, award.Version, new { award.Amount, award.EndsOn, award.ReportDueOn });
        await Letter.Create(tx, LetterKind.Amendment, award, AmendmentLetter.Of(award, amendment), today);
    }

    const string Approve = """
        update Amendment
        set Status = 'approved', NewPlan = @Plan, DecidedBy = @Actor, DecidedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'endorsed' and ProposedBy <> @Actor and EndorsedBy <> @Actor
        """;

    // The award has got its new version when it was locked. What is taken off is not renounced as well.
    const string Amend = """
        update Award
        set AmountCents = @Amount,
            RenouncedCents = case
                when @Amount <= DrawnCents then 0
                when RenouncedCents > @Amount - DrawnCents then @Amount - DrawnCents
                else RenouncedCents
            end,
            Lines = @Lines, Financing = @Financing, EndsOn = @EndsOn, ReportDueOn = @ReportDueOn
        where Id = @AwardId
        """;
}
