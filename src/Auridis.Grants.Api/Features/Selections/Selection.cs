using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>A selection (Auswahl): decisions on applications of one programme, by two people.</summary>
sealed record Selection : IView
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme that it decides on.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The reference, such as <c>GA-2018-A-S-01</c>: the programme's code, and a number without gaps in the programme.</summary>
    public required string Reference { get; init; }

    [OneOf(typeof(SelectionStatus))]
    public required string Status { get; init; }

    /// <summary>Selected ones first, each kind in turn: the waiting list, then the ranking.</summary>
    public required IReadOnlyList<SelectionDecision> Decisions { get; init; }

    /// <summary>Every limit that it touches, as of now.</summary>
    public required SelectionLimits Limits { get; init; }

    /// <summary>Why it was sent back last; null when it never was.</summary>
    public string? SentBackReason { get; init; }

    /// <summary>Who stands by it, as issuer and subject; null while it is worked on.</summary>
    public string? ProposedBy { get; init; }

    /// <summary>The day on which it was proposed.</summary>
    public DateOnly? ProposedOn { get; init; }

    /// <summary>The second person.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>The day on which it was confirmed.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>Who published it.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>The day on which it was published.</summary>
    public DateOnly? PublishedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The selection, or null when there is none with this id.</summary>
    public static async Task<Selection?> Find(Session session, Guid id)
    {
        if (await session.OneOrNull<Selection>(Select, new { Id = id }) is not { } selection)
            return null;
        var decisions = await session.All<SelectionDecision>(SelectDecisions, new { Id = id });
        var programme = (await Programme.Find(session, selection.ProgrammeId))!;
        return selection with
        {
            Decisions = decisions,
            Limits = SelectionLimits.Of(
                programme, decisions, await Quotas.Find(session, programme.Id), selection.Status == SelectionStatus.Published),
        };
    }

    /// <summary>
    /// The programme of a selection, locked for the rest of the transaction; null when there is no such selection. Selections are few: what
    /// is done to one, to the programme's places and to those who may still apply is done one after the other.
    /// </summary>
    public static async Task<Programme?> LockProgramme(Tx tx, Guid id) =>
        await tx.OneOrNull<Guid?>("select ProgrammeId from Selection where Id = @Id", new { Id = id }) is { } programmeId
            ? await Programme.Lock(tx, programmeId)
            : null;

    /// <summary>The offices that it decides on. A method, so that it stands in no answer.</summary>
    public IEnumerable<string> Offices() => Decisions.Select(decision => decision.OfficeAgs);

    /// <summary>What was chosen. A method, so that it stands in no answer.</summary>
    public List<Choice> Choices() =>
        [.. Decisions.Select(decision => new Choice(decision.ApplicationId, decision.Decision, decision.Amount, decision.Reason))];

    /// <summary>The ranking that a selection was made from; null when there is no such selection.</summary>
    public static async Task<Ranking?> RankingOf(Session session, Guid id) =>
        await session.OneOrNull<string>("select Ranking from Selection where Id = @Id", new { Id = id }) is { } ranking
            ? StoredJson.Read<Ranking>(ranking)
            : null;

    /// <summary>
    /// Why a conditional update of a selection changed nothing, in the documented order: not found, excluded, stale version, wrong state.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, CurrentUser user, int version, params string[] needed) =>
        await Find(tx, id) is not { } selection ? Problems.NotFound
        : await ExcludedPersons.WhyRefusedInProgramme(tx, user, selection.ProgrammeId)
            ?? Problems.StaleOrWrongState(selection.Version, version, selection.Status, needed);

    /// <summary>
    /// Decides anew, from the ranking as it is now, and keeps that ranking; or answers why the ranking does not allow what was chosen.
    /// </summary>
    /// <param name="choices">They replace the decisions that were there; null has them filled in from the ranking.</param>
    /// <param name="action">
    /// The action in the audit trail. The trail keeps the decisions of each moment, which the next ones replace here, without their
    /// reasons: a reason is prose, and may name a person.
    /// </param>
    public static async Task<Outcome<Selection>> Decide(
        Tx tx, Guid id, Programme programme, IReadOnlyList<Choice>? choices, string action)
    {
        var ranking = Ranking.Of(await Candidate.AllOf(tx, programme.Id), programme.Terms, programme.Lot);
        var quotas = await Quotas.Find(tx, programme.Id);
        var decisions = AllowedDecisions.Of(choices ?? FilledFromRanking.Of(ranking, programme, quotas), ranking, programme, quotas);
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
                decision.Amount,
                decision.WaitlistRank,
                decision.Reason,
            });
        }
    }

    const string Select = """
        select Id, Version, ProgrammeId, Reference, Status, SentBackReason, ProposedBy, ProposedOn, ConfirmedBy, ConfirmedOn,
            PublishedBy, PublishedOn, CreatedAt, UpdatedAt
        from Selection where Id = @Id
        """;

    const string SelectDecisions = """
        select d.ApplicationId, a.Reference as ApplicationReference, a.OfficeAgs, d.Decision, d.AmountCents, d.WaitlistRank, d.Reason
        from SelectionDecision d join Application a on a.Id = d.ApplicationId
        where d.SelectionId = @Id
        order by d.Seq
        """;

    const string InsertDecision = """
        insert into SelectionDecision (SelectionId, ApplicationId, Decision, AmountCents, WaitlistRank, Reason)
        values (@Id, @ApplicationId, @Decision, @Amount, @WaitlistRank, @Reason)
        """;
}
