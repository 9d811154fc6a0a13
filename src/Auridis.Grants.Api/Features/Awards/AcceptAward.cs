using Auridis.Grants.Api.Features.Programmes;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Accepts an offered award.</summary>
/// <remarks>
/// With a waiver of remedies the award is active at once. Without one it is accepted, and can be activated when the period for remedies
/// is over, or when the office waives them later.
/// </remarks>
sealed class AcceptAward(CurrentUser user, BusinessClock clock) : Change<AcceptAward.Request, Award>
{
    /// <param name="WaiveRemedies">The office waives its legal remedies (Rechtsbehelfsverzicht): the award is final at once.</param>
    public sealed record Request(bool WaiveRemedies);

    public sealed class Validator : AbstractValidator<Request>;

    public override void Configure()
    {
        Post("/awards/{id:guid}/accept");
        Policies(Can.AnswerOffers);
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Award>> Handle(Tx tx, Request request)
    {
        var today = clock.Today;
        var own = await Award.FindOwn(tx, Id, user);
        if (!own.Succeeded)
            return own.Refusal;
        if (request.WaiveRemedies)
            await Places.Run(tx, own.Value.ProgrammeId);
        var finalFrom = request.WaiveRemedies ? today : RemedyPeriod.FinalFrom(today, own.Value.Terms.RemedyDays);
        var status = request.WaiveRemedies ? AwardStatus.Active : AwardStatus.Accepted;
        if (await tx.Execute(Accept, new { Id, SeenVersion, Status = status, user.Actor, Today = today, FinalFrom = finalFrom, ActivatedBy = request.WaiveRemedies ? user.Actor : null }) == 0)
            return await Award.WhyRefused(tx, Id, SeenVersion, AwardStatus.Offered);
        Audit.Append(tx, "award.accepted", Id, SeenVersion + 1, new { request.WaiveRemedies, FinalFrom = finalFrom });
        return request.WaiveRemedies ? await Award.Activated(tx, Id) : (await Award.Find(tx, Id))!;
    }

    const string Accept = """
        update Award
        set Status = @Status, AcceptedBy = @Actor, AcceptedOn = @Today, FinalFrom = @FinalFrom, ActivatedBy = @ActivatedBy, Version = Version + 1
        where Id = @Id and Version = @SeenVersion and Status = 'offered'
        """;
}
