using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>A selection (Auswahl): decisions on applications of one programme, by two people.</summary>
/// <param name="ProgrammeId">The programme that it decides on.</param>
/// <param name="Decisions">Selected ones first, each kind in turn: the waiting list, then the ranking.</param>
/// <param name="Limits">Every limit that it touches, as of now.</param>
/// <param name="SentBackReason">Why it was sent back last; null when it never was.</param>
/// <param name="ProposedBy">Who stands by it, as issuer and subject; null while it is worked on.</param>
/// <param name="ConfirmedBy">The second person.</param>
/// <param name="PublishedBy">Who published it.</param>
/// <param name="PublishedAt">When, in real time.</param>
sealed record Selection(
    Guid Id,
    int Version,
    Guid ProgrammeId,
    [property: OneOf(typeof(SelectionStatus))] string Status,
    IReadOnlyList<SelectionDecision> Decisions,
    SelectionLimits Limits,
    string? SentBackReason,
    string? ProposedBy,
    string? ConfirmedBy,
    string? PublishedBy,
    DateTimeOffset? PublishedAt) : IView
{
    /// <summary>The selection, or null when there is none with this id.</summary>
    public static async Task<Selection?> Find(Session session, Guid id)
    {
        if (await session.OneOrNull<Row>(Row.Select, new { Id = id }) is not { } row)
            return null;
        var decisions = (await session.All<DecisionRow>(DecisionRow.Select, new { Id = id })).ConvertAll(decision => decision.ToDecision());
        var programme = (await Programme.Find(session, row.ProgrammeId))!;
        return new Selection(
            row.Id, row.Version, row.ProgrammeId, row.Status, decisions, SelectionLimits.Of(programme, decisions, row.Status == SelectionStatus.Published),
            row.SentBackReason, row.ProposedBy, row.ConfirmedBy, row.PublishedBy, row.PublishedAt);
    }

    /// <summary>
    /// Why an update of <c>where Id = @Id and Version = @Version and Status in (…)</c> changed nothing, in the documented order: not
    /// found, stale version, wrong state.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, int version, params string[] expected) =>
        await Find(tx, id) is { } selection ? Problems.StaleOrWrongState(selection.Version, version, selection.Status, expected) : Problems.NotFound;

    /// <summary>Decides anew, from the ranking as it is now, and keeps that ranking; or why the ranking does not allow what was chosen.</summary>
    /// <param name="choices">In place of the decisions that were there; null has them filled in from the ranking.</param>
    /// <param name="action">What the audit trail calls it. It keeps the decisions of each moment, which the next ones replace here; a reason is prose, and may name a person.</param>
    public static async Task<Outcome<Selection>> Decide(Tx tx, Guid id, Programme programme, IReadOnlyList<Choice>? choices, string action)
    {
        var ranking = await GetRanking.Read(tx, programme);
        var decisions = Selections.Decisions.Of(choices ?? Selections.Decisions.Fill(ranking, programme), ranking, programme);
        if (!decisions.Succeeded)
            return decisions.Refusal;
        await Store(tx, id, ranking, decisions.Value);
        var selection = (await Find(tx, id))!;
        Audit.Append(tx, action, id, selection.Version, new
        {
            selection.ProgrammeId,
            selection.Limits.SitesWanted,
            selection.Limits.AmountWanted,
            decisions = selection.Decisions.Select(decision => new { decision.ApplicationId, decision.Decision, decision.Amount }),
        });
        return selection;
    }

    static async Task Store(Tx tx, Guid id, Ranking ranking, IEnumerable<SelectionDecision> decisions)
    {
        await tx.Execute("update Selection set Ranking = @Ranking where Id = @Id", new { Id = id, Ranking = StoredJson.Of(ranking) });
        await tx.Execute("delete from SelectionDecision where SelectionId = @Id", new { Id = id });
        foreach (var decision in decisions)
        {
            await tx.Execute(InsertDecision, new
            {
                Id = id,
                decision.ApplicationId,
                decision.Decision,
                AmountCents = decision.Amount?.Cents,
                decision.WaitlistRank,
                decision.Reason,
            });
        }
    }

    const string InsertDecision = """
        insert into SelectionDecision (SelectionId, ApplicationId, Decision, AmountCents, WaitlistRank, Reason)
        values (@Id, @ApplicationId, @Decision, @AmountCents, @WaitlistRank, @Reason)
        """;

    sealed class Row
    {
        public const string Select = """
            select Id, Version, ProgrammeId, Status, SentBackReason, ProposedBy, ConfirmedBy, PublishedBy, PublishedAt
            from Selection where Id = @Id
            """;

        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required Guid ProgrammeId { get; init; }
        public required string Status { get; init; }
        public required string? SentBackReason { get; init; }
        public required string? ProposedBy { get; init; }
        public required string? ConfirmedBy { get; init; }
        public required string? PublishedBy { get; init; }
        public required DateTimeOffset? PublishedAt { get; init; }
    }

    sealed class DecisionRow
    {
        public const string Select = """
            select d.ApplicationId, a.Reference, a.OfficeAgs, d.Decision, d.AmountCents, d.WaitlistRank, d.Reason
            from SelectionDecision d join Application a on a.Id = d.ApplicationId
            where d.SelectionId = @Id
            order by d.Seq
            """;

        public required Guid ApplicationId { get; init; }
        public required string Reference { get; init; }
        public required string OfficeAgs { get; init; }
        public required string Decision { get; init; }
        public required long? AmountCents { get; init; }
        public required int? WaitlistRank { get; init; }
        public required string? Reason { get; init; }

        public SelectionDecision ToDecision() => new(ApplicationId, Reference, OfficeAgs, Decision, AmountCents is { } cents ? new Money(cents) : null, WaitlistRank, Reason);
    }
}

/// <summary>The limits that a selection touches. What is left is what will be left once it is published; below zero, it cannot be.</summary>
/// <param name="SiteLimit">How many sites the programme selects at most.</param>
/// <param name="SitesWanted">How many the selection selects.</param>
/// <param name="SitesLeft">How many places are left after it.</param>
/// <param name="Budget">The most that all sites together can get.</param>
/// <param name="AmountWanted">What the selection awards in all.</param>
/// <param name="BudgetLeft">What is left after it.</param>
/// <param name="Cap">The most that one site can get.</param>
/// <param name="LargestAmount">The largest single award; 0.00 when it selects none.</param>
/// <param name="Exceeded">The codes with which publishing it would be refused now.</param>
sealed record SelectionLimits(
    int SiteLimit, int SitesWanted, int SitesLeft, Money Budget, Money AmountWanted, Money BudgetLeft, Money Cap, Money LargestAmount, IReadOnlyList<string> Exceeded)
{
    public static SelectionLimits Of(Programme programme, IReadOnlyList<SelectionDecision> decisions, bool published)
    {
        var amounts = decisions.Where(decision => decision.Amount is not null).Select(decision => decision.Amount!.Value.Cents).ToList();
        var terms = programme.Terms;
        // What is published is counted in the programme already.
        var sitesLeft = terms.SiteLimit - programme.Selected - (published ? 0 : amounts.Count);
        var budgetLeft = terms.Budget.Cents - programme.Committed.Cents - (published ? 0 : amounts.Sum());
        return new SelectionLimits(
            terms.SiteLimit, amounts.Count, sitesLeft, terms.Budget, new Money(amounts.Sum()), new Money(budgetLeft), terms.CapPerSite, new Money(amounts.DefaultIfEmpty().Max()),
            [
                .. sitesLeft < 0 ? [ProgrammeProblems.SiteLimitReached.Code] : Array.Empty<string>(),
                .. budgetLeft < 0 ? [ProgrammeProblems.BudgetExhausted.Code] : Array.Empty<string>(),
            ]);
    }
}
