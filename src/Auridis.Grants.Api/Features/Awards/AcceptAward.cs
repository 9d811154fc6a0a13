using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Accepts an offered award.</summary>
/// <remarks>
/// By the office that it is for. With a waiver of remedies the award is active at once. Without one it is accepted, and can be activated
/// when the remedy period is over, or when the office waives the remedies later. A contract has no remedy to waive: it is countersigned.
/// Who has filed a remedy withdraws it before a waiver. After acceptBy the offer has expired.
/// </remarks>
sealed class AcceptAward(CurrentUser user, BusinessClock clock) : Change<AcceptAward.Request, Award>
{
    /// <param name="WaiveRemedies">The office waives its legal remedies (Rechtsbehelfsverzicht): the award is final at once.</param>
    public sealed record Request(bool WaiveRemedies);

    public sealed class Validator : RequestValidator<Request>;

    public override void Configure()
    {
        Post("/awards/{id:guid}/accept");
        Policies(Can.AnswerOffers);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState,
            AwardProblems.OfferExpired, AwardProblems.NoRemedy, RemedyProblems.Pending);
    }

    protected override async Task<Outcome<Award>> Handle(Tx tx, Request request)
    {
        if (await Award.FindFor(tx, Id, user) is not { } award)
            return Problems.NotFound;
        if (!user.ActsFor(award.OfficeAgs))
            return Problems.Forbidden;
        if (request.WaiveRemedies)
            await Places.Run(tx, award.ProgrammeId);
        var accepted = new
        {
            Id,
            SeenVersion,
            Status = request.WaiveRemedies ? AwardStatus.Active : AwardStatus.Accepted,
            user.Actor,
            clock.Today,
            Waived = request.WaiveRemedies ? 1 : 0,
            ActivatedBy = request.WaiveRemedies ? user.Actor : null,
            tx.Author.At,
        };
        if (await tx.Execute(Accept, accepted) == 0)
            return await Award.WhyRefused(tx, Id, user, SeenVersion, AwardStatus.Offered);
        if (AcceptancePeriod.WhyRefused(award, clock.Today) is { } late)
            return late;
        if (request.WaiveRemedies && await WaivableRemedy.WhyRefused(tx, award) is { } refused)
            return refused;
        Audit.Append(tx, AuditAction.AwardAccepted, Id, SeenVersion + 1, new { request.WaiveRemedies });
        return request.WaiveRemedies ? await Award.Activated(tx, Id) : (await Award.Find(tx, Id))!;
    }

    // With a waiver final from today, unless the period for remedies was over before.
    const string Accept = """
        update Award
        set Status = @Status, AcceptedBy = @Actor, AcceptedOn = @Today, ActivatedBy = @ActivatedBy, Version = Version + 1, UpdatedAt = @At,
            FinalFrom = case when @Waived = 0 or FinalFrom < @Today then FinalFrom else @Today end
        where Id = @Id and Version = @SeenVersion and Status = 'offered'
        """;
}
