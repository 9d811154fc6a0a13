using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Letters;
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

    /// <summary>The office's contact person, as the application named it; null when it named none. See who has taken over there.</summary>
    public Guid? ContactId { get; init; }

    [OneOf(typeof(AwardStatus))]
    public required string Status { get; init; }

    /// <summary>What is awarded.</summary>
    public required Money Amount { get; init; }

    /// <summary>
    /// The budget lines: those of the application. When less was awarded than requested, they are reduced as the type of financing says.
    /// </summary>
    [StoredAsJson]
    public required IReadOnlyList<FinanceLine> Lines { get; init; }

    /// <summary>The other side of the plan: who pays for the lines.</summary>
    [StoredAsJson]
    public required AwardFinancing Financing { get; init; }

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

    /// <summary>What the site has paid back on repayment claims.</summary>
    public required Money Repaid { get; init; }

    /// <summary>What the site keeps of an award that was terminated; null when it was not.</summary>
    public Money? Kept { get; init; }

    /// <summary>What the office has given up of what it could still draw.</summary>
    public required Money Renounced { get; init; }

    /// <summary>
    /// Its share of what the programme has committed: the amount; once the report is accepted the larger of what the site may keep and what
    /// it has; once it is completed what the site has.
    /// </summary>
    public required Money Committed { get; init; }

    /// <summary>The day on which it was offered.</summary>
    public required DateOnly OfferedOn { get; init; }

    /// <summary>The last day for the office to accept or decline; after it the offer expires.</summary>
    public required DateOnly AcceptBy { get; init; }

    /// <summary>The day on which the office accepted; null before.</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>
    /// From when it is final: the day after the period for remedies of its letter, and not before what was filed is closed; after an
    /// objection was rejected the day after the period for an action; the day of the waiver, or of the countersignature. Null before its
    /// letter is announced, and while a remedy is open.
    /// </summary>
    public DateOnly? FinalFrom { get; init; }

    /// <summary>The day on which the funding side has countersigned it; null before, and where it is not a contract.</summary>
    public DateOnly? CountersignedOn { get; init; }

    /// <summary>The day on which its account was closed; null before.</summary>
    public DateOnly? CompletedOn { get; init; }

    /// <summary>Why the office declined; null when it did not.</summary>
    public string? DeclineReason { get; init; }

    /// <summary>What may be unspent past its use-by date; null where nothing was ever allowed.</summary>
    public LateUse? LateUse => LateUseAmount is { } amount ? new(amount, LateUseEndsOn!.Value, LateUseReason!) : null;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }
    internal Money? LateUseAmount { get; init; }
    internal DateOnly? LateUseEndsOn { get; init; }
    internal string? LateUseReason { get; init; }

    /// <summary>The last day of the period for remedies; null before its letter is announced, and where there is no remedy.</summary>
    internal DateOnly? RemedyEndsOn { get; init; }

    /// <summary>What an amendment can change.</summary>
    internal AwardPlan Plan => new(Amount, Lines, Financing, StartsOn, EndsOn, ReportDueOn);

    internal IReadOnlyList<string> Categories => [.. Lines.Select(line => line.Category)];

    /// <summary>What the site has of it: paid, and neither returned by the bank nor paid back.</summary>
    internal Money NetPaid => new(Paid.Cents - Repaid.Cents);

    /// <summary>The award, or null when there is none with this id.</summary>
    public static Task<Award?> Find(Session session, Guid id) => session.OneOrNull<Award>(Select + " where Id = @Id", new { Id = id });

    /// <summary>
    /// The award, or null when there is none that this caller may see. Its programme, application, office and terms never change.
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
    /// Offers an award for an application that was selected, commits its money, and makes its letter. The caller has taken the place and
    /// holds the programme's row.
    /// </summary>
    /// <param name="reason">Why it was selected, where the selection says so.</param>
    /// <param name="today">The business date: the day of the offer, and the ledger's document date.</param>
    public static async Task Offer(
        Tx tx, Guid id, Programme programme, Guid selectionId, Guid applicationId, Money amount, string? reason, DateOnly today)
    {
        var application = (await Application.Find(tx, applicationId))!;
        var terms = programme.Terms;
        var (lines, financing) = AwardedPlan.Of(application.Content.FinancePlan!, amount, terms.FinancingType);
        var acceptBy = AcceptancePeriod.LastDay(today, terms);
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
            application.ContactId,
            Amount = amount,
            Lines = StoredJson.Of(lines),
            Financing = StoredJson.Of(financing),
            Terms = StoredJson.Of(terms),
            StartsOn = terms.FundingStartsOn,
            EndsOn = terms.FundingEndsOn,
            ReportDueOn = ReportDueDate.Of(terms),
            OfferedOn = today,
            AcceptBy = acceptBy,
            tx.Author.Actor,
            tx.Author.At,
        });
        Journal.Post(tx, PostingMatrix.Commitment, amount,
            new BusinessDocument(id, reference, programme.Id, id, $"Award {reference} offered", today));
        Audit.Append(tx, AuditAction.AwardOffered, id, 1,
            new { Reference = reference, Amount = amount, ApplicationId = applicationId, SelectionId = selectionId });
        await AwardVersion.Keep(tx, (await Find(tx, id))!, amendmentId: null, today);
        var letter = AwardLetter.Of(application, terms, reference, lines, financing, acceptBy, reason);
        await Letter.Create(tx, LetterKind.Award, applicationId, terms, letter, today, id);
    }

    /// <summary>What follows when an award has become active: its reports are expected.</summary>
    /// <remarks>The caller has called <see cref="Places.Run"/> before it changed the award.</remarks>
    public static async Task<Award> Activated(Tx tx, Guid id)
    {
        var award = (await Find(tx, id))!;
        await SpendingReport.Expect(tx, tx.NewId(), award);
        Audit.Append(tx, AuditAction.AwardActivated, id, award.Version, new { award.FinalFrom });
        return award;
    }

    public const string Select = """
        select Seq, Id, Version, Reference, ProgrammeId, ApplicationId, SelectionId, YouthOfficeId, OfficeAgs, ContactId, Status,
            AmountCents, Lines, Financing, Terms, StartsOn, EndsOn, ReportDueOn, DrawnCents, PaidCents, RepaidCents, RenouncedCents,
            KeptCents, CommittedCents, OfferedOn, AcceptanceEndsOn as AcceptBy, AcceptedOn, RemedyEndsOn, FinalFrom, CountersignedOn,
            CompletedOn, DeclineReason, LateUseCents as LateUseAmountCents, LateUseEndsOn, LateUseReason, CreatedAt, UpdatedAt
        from Award
        """;

    const string Insert = """
        insert into Award (Id, Version, Reference, ProgrammeId, ApplicationId, SelectionId, YouthOfficeId, OfficeAgs, ContactId, Status,
            AmountCents, CommittedCents, PromisedCents, Lines, Financing, Terms, StartsOn, EndsOn, ReportDueOn, OfferedBy, OfferedOn,
            AcceptanceEndsOn, CreatedAt, UpdatedAt)
        values (@Id, 1, @Reference, @ProgrammeId, @ApplicationId, @SelectionId, @YouthOfficeId, @OfficeAgs, @ContactId, 'offered', @Amount,
            @Amount, @Amount, @Lines, @Financing, @Terms, @StartsOn, @EndsOn, @ReportDueOn, @Actor, @OfferedOn, @AcceptBy,
            @At, @At)
        """;
}
