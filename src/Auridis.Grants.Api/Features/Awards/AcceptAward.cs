using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Accepts an offered award.</summary>
/// <remarks>
/// By the office that it is for. With a waiver of remedies the award is active at once. Without one it is accepted, and can be activated
/// when the remedy period is over, or when the office waives the remedies later.
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
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Award>> Handle(Tx tx, Request request)
    {
        var today = clock.Today;
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
            Today = today,
            FinalFrom = Finality.From(today, request.WaiveRemedies, award.Terms.RemedyDays),
            ActivatedBy = request.WaiveRemedies ? user.Actor : null,
            tx.Author.At,
        };
        if (await tx.Execute(Accept, accepted) == 0)
            return await Award.WhyRefused(tx, Id, user, SeenVersion, AwardStatus.Offered);
        Audit.Append(tx, AuditAction.AwardAccepted, Id, SeenVersion + 1, new { request.WaiveRemedies, accepted.FinalFrom });
        return request.WaiveRemedies ? await Award.Activated(tx, Id) : (await Award.Find(tx, Id))!;
    }

    const string Accept = """
        update Award
        set Status = @Status, AcceptedBy = @Actor, AcceptedOn = @Today, FinalFrom = @FinalFrom, ActivatedBy = @ActivatedBy,
            Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'offered'
        """;
}
