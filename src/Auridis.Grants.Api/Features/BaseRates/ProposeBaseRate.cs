using FluentValidation;

namespace Auridis.Grants.Api.Features.BaseRates;

/// <summary>Enters a base rate as the Bundesbank has announced it.</summary>
/// <remarks>
/// It holds once finance has confirmed it, from its day to the day before the next one. One for a day that has a rate already replaces that
/// rate, as long as no interest was reckoned with it: so a wrong one is put right.
/// </remarks>
sealed class ProposeBaseRate(CurrentUser user) : Creation<ProposeBaseRate.Request, BaseRate>
{
    /// <param name="ValidFrom">The first day on which it holds: in law 1 January or 1 July.</param>
    /// <param name="Percent">In percent a year, from -100 to 100 with two decimal places at most, such as -0.88.</param>
    public sealed record Request(DateOnly ValidFrom, decimal Percent);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.ValidFrom).Day();
            RuleFor(request => request.Percent).InclusiveBetween(-100, 100)
                .Must(percent => percent == decimal.Round(percent, 2))
                .WithMessage(_ => Bilingual.Of("At most two decimal places.", "Höchstens zwei Nachkommastellen."));
        }
    }

    public override void Configure()
    {
        Post("/base-rates");
        Policies(Can.ProposeBaseRates);
        Refuses(BaseRateProblems.RateUsed);
    }

    protected override string LocationOf(BaseRate created) => $"/base-rates/{created.Id}";

    protected override async Task<Outcome<BaseRate>> Handle(Tx tx, Request request)
    {
        if (await UnusedDays.WhyRefused(tx, request.ValidFrom) is { } used)
            return used;
        var id = tx.NewId();
        await tx.Execute(Insert, new
        {
            Id = id,
            request.ValidFrom,
            BasisPoints = Rate.BasisPointsOf(request.Percent),
            user.Actor,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.BaseRateProposed, id, 1, new { request.ValidFrom, request.Percent });
        return (await BaseRate.Find(tx, id))!;
    }

    const string Insert = """
        insert into BaseRate (Id, Version, Status, ValidFrom, BasisPoints, ProposedBy, CreatedAt, UpdatedAt)
        values (@Id, 1, 'proposed', @ValidFrom, @BasisPoints, @Actor, @At, @At)
        """;
}
