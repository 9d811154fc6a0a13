using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Proposes to terminate an award, in full or in part.</summary>
/// <remarks>
/// While it is offered, accepted or active; in part, while it is active. It takes effect when a decider who has not proposed it confirms
/// it. An award has one proposal at a time. More than a year after the facts were known it needs a <c>lateReason</c>.
/// </remarks>
sealed class ProposeTermination(CurrentUser user, BusinessClock clock) : Creation<ProposeTermination.Request, Termination>
{
    /// <param name="LegalBasis">The provision that it rests on, up to 200 characters.</param>
    /// <param name="EffectiveOn">From which day on the award does not stand: from the day of the offer to today.</param>
    /// <param name="KnownSince">Since when all that it rests on is known, not in the future.</param>
    /// <param name="Keeps">
    /// What the site keeps: in full at most what it has, in part more than nothing and less than the amount.
    /// </param>
    /// <param name="Reason">Why: up to 2,000 characters; the letter says it.</param>
    /// <param name="InPart">Whether the award goes on with what is kept as its amount.</param>
    /// <param name="LateReason">Why it is not too late after more than a year: up to 2,000 characters.</param>
    public sealed record Request(
        string LegalBasis, DateOnly EffectiveOn, DateOnly KnownSince, Money Keeps, string Reason, bool InPart = false,
        string? LateReason = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.LegalBasis).Line(200);
            RuleFor(request => request.EffectiveOn).Day();
            RuleFor(request => request.KnownSince).Day();
            RuleFor(request => request.Keeps).NotNegative();
            RuleFor(request => request.Reason).Prose(2000);
            RuleFor(request => request.LateReason!).Prose(2000).When(request => request.LateReason is not null);
        }
    }

    public override void Configure()
    {
        Post("/awards/{id:guid}/terminations");
        Policies(Can.ProposeTerminations);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.WrongState, AwardProblems.TerminationPending,
            AwardProblems.RevocationTimeBarred, AwardProblems.KeepsOutOfRange);
    }

    protected override string LocationOf(Termination termination) => $"/terminations/{termination.Id}";

    protected override async Task<Outcome<Termination>> Handle(Tx tx, Request request)
    {
        if (await Award.Find(tx, Id) is not { } found)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, found.ProgrammeId, found.OfficeAgs) is { } excluded)
            return excluded;
        await Programme.Lock(tx, found.ProgrammeId);
        var award = (await Award.Find(tx, Id))!;
        if (WhyImplausible(request, award) is { } implausible)
            return implausible;
        if (TerminableAward.WhyRefused(award, request.InPart) is { } final)
            return final;
        if (await tx.OneOrNull<int?>(SelectPending, new { Id }) is not null)
            return AwardProblems.TerminationPending;
        if (RevocationPeriod.WhyRefused(request.KnownSince, request.LateReason, clock.Today) is { } late)
            return late;
        if (KeptAmount.WhyRefused(award, request.Keeps, request.InPart) is { } tooMuch)
            return tooMuch;
        var termination = tx.NewId();
        await tx.Execute(Insert, new
        {
            TerminationId = termination,
            award.ProgrammeId,
            Id,
            award.OfficeAgs,
            InPart = request.InPart ? 1 : 0,
            request.LegalBasis,
            request.EffectiveOn,
            request.KnownSince,
            request.Keeps,
            request.Reason,
            request.LateReason,
            user.Actor,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.AwardTerminationProposed, termination, 1, new { AwardId = Id, request.Keeps, request.InPart });
        return (await Termination.Find(tx, termination))!;
    }

    Problem? WhyImplausible(Request request, Award award)
    {
        if (request.EffectiveOn < award.OfferedOn || request.EffectiveOn > clock.Today)
        {
            return Problems.InvalidAt(nameof(request.EffectiveOn), Bilingual.Of(
                "The day must be from that of the offer to today.", "Der Tag muss zwischen dem des Angebots und heute liegen."));
        }
        return request.KnownSince > clock.Today ? Problems.InFuture(nameof(request.KnownSince)) : null;
    }

    const string SelectPending = "select 1 from Termination where AwardId = @Id and Status = 'proposed'";

    const string Insert = """
        insert into Termination (Id, Version, ProgrammeId, AwardId, OfficeAgs, Status, InPart, LegalBasis, EffectiveOn, KnownSince,
            KeepsCents, Reason, LateReason, ProposedBy, CreatedAt, UpdatedAt)
        values (@TerminationId, 1, @ProgrammeId, @Id, @OfficeAgs, 'proposed', @InPart, @LegalBasis, @EffectiveOn, @KnownSince,
            @Keeps, @Reason, @LateReason, @Actor, @At, @At)
        """;
}
