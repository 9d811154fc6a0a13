using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Proposes to amend an award.</summary>
/// <remarks>
/// By its office, or by a caseworker, who endorses it at once. The members that a kind takes: a shift lines, and financing where it
/// changes; an extension endsOn; a reduction and an increase amount, lines and financing. A reduction without lines and financing is
/// scaled as the type of financing says. It takes effect when a decider approves it. An award has one amendment at a time. A contract is
/// changed by both sides: before a caseworker proposes to amend one, the office has agreed in writing, which the reason names.
/// </remarks>
sealed class ProposeAmendment(CurrentUser user, BusinessClock clock) : Creation<ProposeAmendment.Request, Amendment>
{
    /// <param name="Kind">What it changes.</param>
    /// <param name="Reason">Why: up to 2,000 characters.</param>
    /// <param name="Lines">
    /// All budget lines: those of the award, also where nothing is left, and others of the programme's categories. They sum to the
    /// financing.
    /// </param>
    /// <param name="Financing">Who pays for them.</param>
    /// <param name="EndsOn">The last day of the funding period, later than now.</param>
    /// <param name="Amount">What is awarded then: the grant of the financing.</param>
    /// <param name="NoticeId">The open notice of the office that this answers.</param>
    public sealed record Request(
        [property: OneOf(typeof(AmendmentKind))] string Kind,
        string Reason,
        IReadOnlyList<AmendedLine>? Lines = null,
        AwardFinancing? Financing = null,
        DateOnly? EndsOn = null,
        Money? Amount = null,
        Guid? NoticeId = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Kind).OneOf(typeof(AmendmentKind));
            RuleFor(request => request.Reason).Prose(2000);
            RuleFor(request => request.Lines!).AtMost(30, least: 1).UniqueBy(line => line.Category);
            RuleForEach(request => request.Lines!).ChildRules(line =>
            {
                line.RuleFor(item => item.Category).Code();
                line.RuleFor(item => item.Amount).NotNegative();
            });
            RuleFor(request => request.Financing!).ChildRules(financing =>
            {
                financing.RuleFor(item => item.Grant).Positive();
                financing.RuleFor(item => item.Own).NotNegative();
                financing.RuleFor(item => item.ThirdParty).NotNegative();
            });
            RuleFor(request => request.Amount).Positive();
        }
    }

    public override void Configure()
    {
        Post("/awards/{id:guid}/amendments");
        Policies(Can.ProposeAmendments);
        Refuses(
            Problems.NotFound, Problems.Forbidden, YouthOfficeProblems.DeciderConflicted, Problems.WrongState,
            AmendmentProblems.AwardAccounted, AmendmentProblems.Pending, ProgrammeProblems.ExtensionEarlier,
            ApplicationProblems.UnknownCategory, ApplicationProblems.PlanAgainstFinancing, AmendmentProblems.AwardDrawn,
            AmendmentProblems.NoticeNotOpen);
    }

    protected override string LocationOf(Amendment amendment) => $"/amendments/{amendment.Id}";

    protected override async Task<Outcome<Amendment>> Handle(Tx tx, Request request)
    {
        await AwardFunds.Lock(tx, Id);
        if (await Award.FindFor(tx, Id, user) is not { } award)
            return Problems.NotFound;
        var byOffice = user.ActsFor(award.OfficeAgs);
        if (!byOffice && !user.Has(Role.Caseworker))
            return Problems.Forbidden;
        if (!byOffice && await ExcludedPersons.WhyRefused(tx, user, award.ProgrammeId, award.OfficeAgs) is { } excluded)
            return excluded;
        if (await AmendableAward.WhyRefused(tx, award) is { } closed)
            return closed;
        if (await tx.OneOrNull<string>(SelectPending, new { Id }) is { } pending)
            return AmendmentProblems.Pending.With(("amendmentReference", pending));
        var amended = AmendedPlan.Of(award, request);
        if (!amended.Succeeded)
            return amended.Refusal;
        if (request.NoticeId is { } noticeId && !await AwardNotice.Answer(tx, Id, noticeId, clock.Today))
            return AmendmentProblems.NoticeNotOpen.With(("noticeId", noticeId));
        return await Insert(tx, award, request, amended.Value, byOffice);
    }

    async Task<Amendment> Insert(Tx tx, Award award, Request request, AwardPlan plan, bool byOffice)
    {
        var id = tx.NewId();
        var number = await tx.One<int>("select count(*) from Amendment where AwardId = @Id", new { Id }) + 1;
        await tx.Execute(InsertRow, new
        {
            AmendmentId = id,
            Reference = AmendmentReference.Of(award.Reference, number),
            award.ProgrammeId,
            Id,
            award.OfficeAgs,
            Number = number,
            request.Kind,
            Status = byOffice ? AmendmentStatus.Proposed : AmendmentStatus.Endorsed,
            Plan = StoredJson.Of(plan),
            PreviousPlan = StoredJson.Of(award.Plan),
            request.Reason,
            request.NoticeId,
            ByOffice = byOffice ? 1 : 0,
            user.Actor,
            clock.Today,
            EndorsedBy = byOffice ? null : user.Actor,
            EndorsedOn = byOffice ? null : (DateOnly?)clock.Today,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.AmendmentProposed, id, 1,
            new { AwardId = Id, request.Kind, plan.Amount, plan.EndsOn, Endorsed = !byOffice });
        return (await Amendment.Find(tx, id))!;
    }

    const string SelectPending = "select Reference from Amendment where AwardId = @Id and Status in ('proposed', 'endorsed')";

    const string InsertRow = """
        insert into Amendment (Id, Version, Reference, ProgrammeId, AwardId, OfficeAgs, Number, Kind, Status, NewPlan, PreviousPlan, Reason,
            NoticeId, ByOffice, ProposedBy, ProposedOn, EndorsedBy, EndorsedOn, CreatedAt, UpdatedAt)
        values (@AmendmentId, 1, @Reference, @ProgrammeId, @Id, @OfficeAgs, @Number, @Kind, @Status, @Plan, @PreviousPlan, @Reason,
            @NoticeId, @ByOffice, @Actor, @Today, @EndorsedBy, @EndorsedOn, @At, @At)
        """;
}
