using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>Confirms money of the funder.</summary>
/// <remarks>
/// Not by the person who recorded it. It is posted with the day of the bank's booking, and counts in the programme's funds.
/// </remarks>
sealed class ConfirmContribution(CurrentUser user) : Change<Contribution>
{
    public override void Configure()
    {
        Post("/contributions/{id:guid}/confirm");
        Policies(Can.RecordContributions);
        MovesMoney();
        Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Contribution>> Handle(Tx tx)
    {
        if (await Contribution.Find(tx, Id) is not { } proposed)
            return Problems.NotFound;
        var received = proposed.Kind == ContributionKind.Received ? proposed.Amount : new Money(0);
        var returned = proposed.Kind == ContributionKind.Returned ? proposed.Amount : new Money(0);
        await tx.Execute(Add, new { proposed.ProgrammeId, Received = received, Returned = returned });
        if (await tx.Execute(Confirm, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
            return await WhyNotConfirmed(tx);
        Journal.Post(
            tx, proposed.Kind == ContributionKind.Received ? PostingMatrix.Contribution : PostingMatrix.ContributionReturn, proposed.Amount,
            new BusinessDocument(
                Id, proposed.Reference, proposed.ProgrammeId, null, $"Contribution {proposed.Reference} {proposed.Kind}",
                proposed.BookedOn));
        Audit.Append(tx, AuditAction.ContributionConfirmed, Id, SeenVersion + 1,
            new { proposed.ProgrammeId, proposed.Kind, proposed.Amount, proposed.BookedOn });
        return (await Contribution.Find(tx, Id))!;
    }

    async Task<Problem> WhyNotConfirmed(Tx tx)
    {
        var contribution = (await Contribution.Find(tx, Id))!;
        return user.Is(contribution.ProposedBy)
            ? Problems.FourEyes.With(("earlier", ActedAs.Proposer))
            : Problems.StaleOrWrongState(contribution.Version, SeenVersion, contribution.Status, ContributionStatus.Proposed);
    }

    const string Add = """
        update Fund set ReceivedCents = ReceivedCents + @Received, ReturnedCents = ReturnedCents + @Returned
        where ProgrammeId = @ProgrammeId
        """;

    const string Confirm = """
        update Contribution set Status = 'confirmed', DecidedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed' and ProposedBy <> @Actor
        """;
}
