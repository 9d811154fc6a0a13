namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Tells what has changed about an award.</summary>
/// <remarks>
/// By its office, as soon as it knows (ANBest-P no. 5), from the offer on until the award ends. A caseworker answers with an amendment, or
/// closes it.
/// </remarks>
sealed class GiveNotice(CurrentUser user, BusinessClock clock) : Creation<GiveNotice.Request, AwardNotice>
{
    /// <param name="Kind">What it is about.</param>
    /// <param name="Text">What has changed, since when, and what the office wants to do: up to 4,000 characters.</param>
    public sealed record Request([property: OneOf(typeof(NoticeKind))] string Kind, string Text);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Kind).OneOf(typeof(NoticeKind));
            RuleFor(request => request.Text).Prose(4_000);
        }
    }

    public override void Configure()
    {
        Post("/awards/{id:guid}/notices");
        Policies(Can.GiveNotices);
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.WrongState);
    }

    protected override string LocationOf(AwardNotice notice) => $"/notices/{notice.Id}";

    protected override async Task<Outcome<AwardNotice>> Handle(Tx tx, Request request)
    {
        await AwardFunds.Lock(tx, Id);
        if (await Award.FindFor(tx, Id, user) is not { } award)
            return Problems.NotFound;
        if (!user.ActsFor(award.OfficeAgs))
            return Problems.Forbidden;
        if (award.Status is not (AwardStatus.Offered or AwardStatus.Accepted or AwardStatus.Active))
        {
            return Problems.WrongState.With(
                ("actual", award.Status), ("expected", $"{AwardStatus.Offered} | {AwardStatus.Accepted} | {AwardStatus.Active}"));
        }
        var id = tx.NewId();
        var number = await tx.One<int>("select count(*) from AwardNotice where AwardId = @Id", new { Id }) + 1;
        await tx.Execute(Insert, new
        {
            NoticeId = id,
            Reference = NoticeReference.Of(award.Reference, number),
            award.ProgrammeId,
            Id,
            award.OfficeAgs,
            Number = number,
            request.Kind,
            request.Text,
            user.Actor,
            clock.Today,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.NoticeGiven, id, 1, new { AwardId = Id, request.Kind });
        return (await AwardNotice.Find(tx, id))!;
    }

    const string Insert = """
        insert into AwardNotice
            (Id, Version, Reference, ProgrammeId, AwardId, OfficeAgs, Number, Kind, Status, Text, GivenBy, GivenOn, CreatedAt, UpdatedAt)
        values (@NoticeId, 1, @Reference, @ProgrammeId, @Id, @OfficeAgs, @Number, @Kind, 'open', @Text, @Actor, @Today, @At, @At)
        """;
}
