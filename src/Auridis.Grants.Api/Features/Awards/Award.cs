using System.Globalization;
using System.Text.Json;
using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>An award (Zuwendung, Fördervereinbarung).</summary>
/// <param name="Number">The number that people cite, as <c>GA-2018-A-Z-03</c>: the programme's code, and a number without gaps in the programme.</param>
/// <param name="ProgrammeId">The programme that it was awarded in.</param>
/// <param name="ApplicationId">The application that it was awarded for.</param>
/// <param name="SelectionId">The selection that decided on it.</param>
/// <param name="YouthOfficeId">The Jugendamt that it is for.</param>
/// <param name="OfficeAgs">The AGS of the Jugendamt that it is for.</param>
/// <param name="Amount">What is awarded.</param>
/// <param name="Lines">The budget lines: those of the application, reduced in proportion when less was awarded than requested.</param>
/// <param name="Terms">The programme's terms as they were when it was offered. They govern it to its end.</param>
/// <param name="StartsOn">First day of the funding period (Bewilligungszeitraum).</param>
/// <param name="EndsOn">Its last day.</param>
/// <param name="ReportDueOn">When the final report is due: a working day.</param>
/// <param name="Drawn">What is requested, approved, released or paid.</param>
/// <param name="Paid">What of it has been paid and not returned.</param>
/// <param name="OfferedAt">When it was offered, in real time.</param>
/// <param name="AcceptedOn">When the office accepted, by the business clock; null before.</param>
/// <param name="FinalFrom">From when it is final, at the latest; null before it is accepted.</param>
/// <param name="DeclineReason">Why the office declined; null when it did not.</param>
sealed record Award(
    Guid Id,
    int Version,
    string Number,
    Guid ProgrammeId,
    Guid ApplicationId,
    Guid SelectionId,
    Guid YouthOfficeId,
    string OfficeAgs,
    [property: OneOf(typeof(AwardStatus))] string Status,
    Money Amount,
    IReadOnlyList<FinanceLine> Lines,
    ProgrammeTerms Terms,
    DateOnly StartsOn,
    DateOnly EndsOn,
    DateOnly ReportDueOn,
    Money Drawn,
    Money Paid,
    DateTimeOffset OfferedAt,
    DateOnly? AcceptedOn,
    DateOnly? FinalFrom,
    string? DeclineReason) : IResource
{
    /// <summary>The award, or null when there is none with this id.</summary>
    public static async Task<Award?> Find(Session session, Guid id) => (await session.OneOrNull<Row>(Row.Select + " where Id = @Id", new { Id = id }))?.ToAward();

    /// <summary>
    /// Offers an award for an application that was selected, and commits its money. The caller has taken the place and holds the
    /// programme's row.
    /// </summary>
    /// <param name="today">The business date: the ledger's document date.</param>
    public static async Task Offer(Tx tx, Guid id, Programme programme, Guid selectionId, Guid applicationId, Money amount, DateOnly today)
    {
        var application = (await Application.Find(tx, applicationId))!;
        var terms = programme.Terms;
        var next = await Places.NextAwardNumber(tx, programme.Id);
        var number = string.Create(CultureInfo.InvariantCulture, $"GA-{programme.Code}-Z-{next:00}");
        await tx.Execute(Insert, new
        {
            Id = id,
            Number = number,
            ProgrammeId = programme.Id,
            ApplicationId = applicationId,
            SelectionId = selectionId,
            application.YouthOfficeId,
            application.OfficeAgs,
            AmountCents = amount.Cents,
            Lines = StoredJson.Of(BudgetLines.For(application.Content.FinancePlan, amount)),
            Terms = StoredJson.Of(terms),
            StartsOn = terms.FundingStartsOn,
            EndsOn = terms.FundingEndsOn,
            ReportDueOn = WorkingDays.OnOrAfter(terms.FundingEndsOn.AddMonths(terms.FinalReportMonths)),
            tx.Author.Actor,
            tx.Author.At,
        });
        Journal.Post(tx, PostingMatrix.Commitment, amount, new BusinessDocument(id, number, id, $"Award {number} offered", today));
        Audit.Append(tx, "award.offered", id, 1, new { Number = number, Amount = amount, ApplicationId = applicationId, SelectionId = selectionId });
    }

    /// <summary>
    /// What follows when an award becomes active: its final report is expected. The caller has called <see cref="Places.Run"/> before
    /// it changed the award, since the programme's row comes first.
    /// </summary>
    public static async Task<Award> Activated(Tx tx, Guid id)
    {
        var award = (await Find(tx, id))!;
        await SpendingReport.Expect(tx, tx.NewId(), id, award.OfficeAgs, award.ReportDueOn);
        Audit.Append(tx, "award.activated", id, award.Version, new { award.FinalFrom });
        return award;
    }

    /// <summary>
    /// The award that an applicant wants to answer, or why it is not theirs to answer: not found (or not visible), not of their office.
    /// What is read here of it never changes: programme, office, amount, terms.
    /// </summary>
    public static async Task<Outcome<Award>> FindOwn(Tx tx, Guid id, CurrentUser user) =>
        await Find(tx, id) switch
        {
            null => Problems.NotFound,
            var award when !user.Sees(award.OfficeAgs) => Problems.NotFound,
            var award when !user.ActsFor(award.OfficeAgs) => Problems.Forbidden,
            var award => award,
        };

    /// <summary>
    /// Why an update of <c>where Id = @Id and Version = @Version and Status in (…)</c> changed nothing, in the documented order: not
    /// found, stale version, wrong state.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, int version, params string[] expected) =>
        await Find(tx, id) is { } award ? Problems.StaleOrWrongState(award.Version, version, award.Status, expected) : Problems.NotFound;

    const string Insert = """
        insert into Award (Id, Version, Number, ProgrammeId, ApplicationId, SelectionId, YouthOfficeId, OfficeAgs, Status, AmountCents, Lines, Terms,
            StartsOn, EndsOn, ReportDueOn, OfferedBy, OfferedAt)
        values (@Id, 1, @Number, @ProgrammeId, @ApplicationId, @SelectionId, @YouthOfficeId, @OfficeAgs, 'offered', @AmountCents, @Lines, @Terms,
            @StartsOn, @EndsOn, @ReportDueOn, @Actor, @At)
        """;

    /// <summary>A row of the table.</summary>
    public sealed class Row : IPaged
    {
        public const string Select = """
            select Seq, Id, Version, Number, ProgrammeId, ApplicationId, SelectionId, YouthOfficeId, OfficeAgs, Status, AmountCents, Lines, Terms,
                   StartsOn, EndsOn, ReportDueOn, DrawnCents, PaidCents, OfferedAt, AcceptedOn, FinalFrom, DeclineReason
            from Award
            """;

        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required string Number { get; init; }
        public required Guid ProgrammeId { get; init; }
        public required Guid ApplicationId { get; init; }
        public required Guid SelectionId { get; init; }
        public required Guid YouthOfficeId { get; init; }
        public required string OfficeAgs { get; init; }
        public required string Status { get; init; }
        public required long AmountCents { get; init; }
        public required string Lines { get; init; }
        public required string Terms { get; init; }
        public required DateOnly StartsOn { get; init; }
        public required DateOnly EndsOn { get; init; }
        public required DateOnly ReportDueOn { get; init; }
        public required long DrawnCents { get; init; }
        public required long PaidCents { get; init; }
        public required DateTimeOffset OfferedAt { get; init; }
        public required DateOnly? AcceptedOn { get; init; }
        public required DateOnly? FinalFrom { get; init; }
        public required string? DeclineReason { get; init; }

        public Award ToAward() => new(
            Id, Version, Number, ProgrammeId, ApplicationId, SelectionId, YouthOfficeId, OfficeAgs, Status, new Money(AmountCents),
            StoredJson.Read<List<FinanceLine>>(Lines), StoredJson.Read<ProgrammeTerms>(Terms),
            StartsOn, EndsOn, ReportDueOn, new Money(DrawnCents), new Money(PaidCents), OfferedAt, AcceptedOn, FinalFrom, DeclineReason);
    }
}
