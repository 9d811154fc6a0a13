using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>An award (Zuwendung, Fördervereinbarung).</summary>
sealed record Award : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>
    /// The reference, such as <c>GA-2018-A-Z-03</c>: the programme's code, and a number without gaps in the programme.
    /// </summary>
    public required string Reference { get; init; }

    /// <summary>The programme that it was awarded in.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The application that it was awarded for.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>The selection that decided on it.</summary>
    public required Guid SelectionId { get; init; }

    /// <summary>The Jugendamt that it is for.</summary>
    public required Guid YouthOfficeId { get; init; }

    /// <summary>The AGS of the Jugendamt that it is for.</summary>
    public required string OfficeAgs { get; init; }

    [OneOf(typeof(AwardStatus))]
    public required string Status { get; init; }

    /// <summary>What is awarded.</summary>
    public required Money Amount { get; init; }

    /// <summary>The budget lines: those of the application, reduced in proportion when less was awarded than requested.</summary>
    [StoredAsJson]
    public required IReadOnlyList<FinanceLine> Lines { get; init; }

    /// <summary>The programme's terms as they were when the award was offered. They govern it to its end.</summary>
    [StoredAsJson(Shared = true)]
    public required ProgrammeTerms Terms { get; init; }

    /// <summary>First day of the funding period (Bewilligungszeitraum).</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day of the funding period.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>When the final report is due: a working day.</summary>
    public required DateOnly ReportDueOn { get; init; }

    /// <summary>What is requested, approved, released or paid.</summary>
    public required Money Drawn { get; init; }

    /// <summary>What of it has been paid and not returned.</summary>
    public required Money Paid { get; init; }

    /// <summary>The day on which it was offered.</summary>
    public required DateOnly OfferedOn { get; init; }

    /// <summary>The day on which the office accepted; null before.</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>From when it is final, at the latest; null before it is accepted.</summary>
    public DateOnly? FinalFrom { get; init; }

    /// <summary>Why the office declined; null when it did not.</summary>
    public string? DeclineReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    /// <summary>The award, or null when there is none with this id.</summary>
    public static Task<Award?> Find(Session session, Guid id) => session.OneOrNull<Award>(Select + " where Id = @Id", new { Id = id });

    /// <summary>
    /// The award, or null when there is none that this caller may see. Its programme, application, office, amount and terms never change.
    /// </summary>
    public static async Task<Award?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } award && user.Sees(award.OfficeAgs) ? award : null;

    /// <summary>
    /// Why a conditional update of an award changed nothing, in the documented order: not found, stale version, wrong state.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, CurrentUser user, int version, params string[] needed) =>
        await FindFor(tx, id, user) is { } award
            ? Problems.StaleOrWrongState(award.Version, version, award.Status, needed)
            : Problems.NotFound;

    /// <summary>
    /// Offers an award for an application that was selected, and commits its money. The caller has taken the place and holds the
    /// programme's row.
    /// </summary>
    /// <param name="today">The business date: the day of the offer, and the ledger's document date.</param>
    public static async Task Offer(Tx tx, Guid id, Programme programme, Guid selectionId, Guid applicationId, Money amount, DateOnly today)
    {
        var application = (await Application.Find(tx, applicationId))!;
        var terms = programme.Terms;
        var reference = AwardReference.Of(programme.Code, await Places.NextAwardNumber(tx, programme.Id));
        await tx.Execute(Insert, new
        {
            Id = id,
            Reference = reference,
            ProgrammeId = programme.Id,
            ApplicationId = applicationId,
            SelectionId = selectionId,
            application.YouthOfficeId,
            application.OfficeAgs,
            Amount = amount,
            Lines = StoredJson.Of(BudgetLines.For(application.Content.FinancePlan, amount)),
            Terms = StoredJson.Of(terms),
            StartsOn = terms.FundingStartsOn,
            EndsOn = terms.FundingEndsOn,
            ReportDueOn = ReportDueDate.Of(terms),
            OfferedOn = today,
            tx.Author.Actor,
            tx.Author.At,
        });
        Journal.Post(tx, PostingMatrix.Commitment, amount,
            new BusinessDocument(id, reference, programme.Id, id, $"Award {reference} offered", today));
        Audit.Append(tx, AuditAction.AwardOffered, id, 1,
            new { Reference = reference, Amount = amount, ApplicationId = applicationId, SelectionId = selectionId });
    }

    /// <summary>What follows when an award has become active: its final report is expected.</summary>
    /// <remarks>The caller has called <see cref="Places.Run"/> before it changed the award.</remarks>
    public static async Task<Award> Activated(Tx tx, Guid id)
    {
        var award = (await Find(tx, id))!;
        await SpendingReport.Expect(tx, tx.NewId(), award);
        Audit.Append(tx, AuditAction.AwardActivated, id, award.Version, new { award.FinalFrom });
        return award;
    }

    public const string Select = """
        select Seq, Id, Version, Reference, ProgrammeId, ApplicationId, SelectionId, YouthOfficeId, OfficeAgs, Status, AmountCents,
            Lines, Terms, StartsOn, EndsOn, ReportDueOn, DrawnCents, PaidCents, OfferedOn, AcceptedOn, FinalFrom, DeclineReason,
            CreatedAt, UpdatedAt
        from Award
        """;

    const string Insert = """
        insert into Award (Id, Version, Reference, ProgrammeId, ApplicationId, SelectionId, YouthOfficeId, OfficeAgs, Status, AmountCents,
            Lines, Terms, StartsOn, EndsOn, ReportDueOn, OfferedBy, OfferedOn, CreatedAt, UpdatedAt)
        values (@Id, 1, @Reference, @ProgrammeId, @ApplicationId, @SelectionId, @YouthOfficeId, @OfficeAgs, 'offered', @Amount,
            @Lines, @Terms, @StartsOn, @EndsOn, @ReportDueOn, @Actor, @OfferedOn, @At, @At)
        """;
}
