using System.Globalization;
using System.Text.Json;
using Auridis.Grants.Api.Applications;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.SpendingReports;

namespace Auridis.Grants.Tests;

/// <summary>An active award with its report due, put into the database as an award's whole way would leave it.</summary>
/// <param name="Ags">The office; each award in a database has its own.</param>
sealed record SeededAward(Guid Id, string Number, string Ags, Guid ProgrammeId, Guid ReportId, Guid PaymentId, Guid BankAccountId)
{
    static int count;

    public string Applicant => $"applicant-{Ags}";

    public string Report => $"/spending-reports/{ReportId}";

    /// <summary>The plan of every seeded award: personnel 60,000, training 30,000, other 10,000 euro.</summary>
    public static readonly IReadOnlyList<FinanceLine> Lines =
        [new("personnel", new Money(60_000_00)), new("training", new Money(30_000_00)), new("other", new Money(10_000_00))];

    public static async Task<SeededAward> Insert(
        GrantsApp app, long paidCents = 100_000_00, long? drawnCents = null, string financing = FinancingType.FixedAmount, DateOnly? dueOn = null)
    {
        var outcome = await app.Db.Write<SeededAward>(Origin.System(TimeProvider.System), async tx =>
        {
            var office = (await tx.Take<Office>(FreeOffices, new { Take = 1 })).Single();
            var number = string.Create(CultureInfo.InvariantCulture, $"GA-2018-Z-{Interlocked.Increment(ref count):0000}");
            var programmeId = (await CreateProgramme.Insert(tx, TimeProvider.System, number, Sample.Terms)).Id;
            await tx.Execute("update Programme set SelectedCount = 1, CommittedCents = 10000000 where Id = @programmeId", new { programmeId });
            var (applicationId, selectionId, awardId, reportId) = (NewId(), NewId(), NewId(), NewId());
            var at = tx.Origin.At;
            await tx.Execute(InsertApplication, new { applicationId, programmeId, officeId = office.Id, office.Ags, at });
            await tx.Execute(InsertSelection, new { selectionId, programmeId, at });
            await tx.Execute(InsertAward, new
            {
                awardId,
                number,
                programmeId,
                applicationId,
                selectionId,
                officeId = office.Id,
                office.Ags,
                Lines = JsonSerializer.Serialize(Lines, Json.Stored),
                Terms = JsonSerializer.Serialize(Sample.Terms with { FinancingType = financing }, Json.Stored),
                StartsOn = new DateOnly(2019, 1, 1),
                EndsOn = new DateOnly(2020, 12, 31),
                ReportDueOn = dueOn ?? new DateOnly(2021, 6, 30),
                DrawnCents = drawnCents ?? paidCents,
                paidCents,
                at,
            });
            await SpendingReport.Expect(tx, reportId, awardId, office.Ags, dueOn ?? new DateOnly(2021, 6, 30));
            var (paymentId, accountId) = (NewId(), NewId());
            await tx.Execute(InsertAccount, new { accountId, officeId = office.Id, AwardSeed.Iban, at });
            if (paidCents > 0)
                await tx.Execute(InsertPayment, new { paymentId, awardId, office.Ags, Reference = number + "-P01", paidCents, accountId, AwardSeed.Iban, PaidOn });
            return new SeededAward(awardId, number, office.Ags, programmeId, reportId, paymentId, accountId);
        }, CancellationToken.None);
        return outcome.Value;
    }

    /// <summary>The day of the one payment.</summary>
    public static readonly DateOnly PaidOn = new(2019, 2, 4);

    /// <summary>The programme's money that is promised.</summary>
    public Task<long> Committed(GrantsApp app) =>
        app.Db.Read(session => session.Get<long>("select CommittedCents from Programme where Id = @ProgrammeId", new { ProgrammeId }), CancellationToken.None);

    static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    const string FreeOffices = "select Id, Ags from YouthOffice where Id not in (select YouthOfficeId from Award) order by Seq";

    const string InsertApplication = """
        insert into Application (Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Title, Content, RequestedCents, CreatedBy, CreatedAt)
        values (@applicationId, 1, @programmeId, @officeId, @Ags, 'selected', 'Netzwerk', '{}', 10000000, 'test', @at)
        """;

    const string InsertSelection = """
        insert into Selection (Id, Version, ProgrammeId, Status, Ranking, CreatedBy, CreatedAt, ProposedBy, ConfirmedBy, PublishedBy)
        values (@selectionId, 1, @programmeId, 'published', '[]', 'test', @at, 'test', 'test-2', 'test-2')
        """;

    const string InsertAccount = """
        insert into BankAccount (Id, Version, YouthOfficeId, Iban, Holder, Status, EnteredBy, VerifiedBy, CreatedAt)
        values (@accountId, 1, @officeId, @Iban, 'Stadtkasse', 'verified', 'test', 'test-2', @at)
        """;

    const string InsertPayment = """
        insert into Disbursement (Id, Version, AwardId, OfficeAgs, Reference, Status, AmountCents, Purpose, UnspentCents, BankAccountId, Iban, Holder,
            RequestedBy, RequestedOn, ApprovedBy, ApprovedOn, ReleasedBy, ReleasedOn, BookedOn, BankReference, SettlementRecordedBy, SettlementConfirmedBy)
        values (@paymentId, 1, @awardId, @Ags, @Reference, 'settled', @paidCents, 'Personnel', 0, @accountId, @Iban, 'Stadtkasse',
            'test', @PaidOn, 'test-2', @PaidOn, 'test-3', @PaidOn, @PaidOn, 'KTO-1', 'test', 'test-2')
        """;

    const string InsertAward = """
        insert into Award (Id, Version, Number, ProgrammeId, ApplicationId, SelectionId, YouthOfficeId, OfficeAgs, Status, AmountCents, Lines, Terms,
            StartsOn, EndsOn, ReportDueOn, DrawnCents, PaidCents, PaymentCount, OfferedBy, OfferedAt)
        values (@awardId, 1, @number, @programmeId, @applicationId, @selectionId, @officeId, @Ags, 'active', 10000000, @Lines, @Terms,
            @StartsOn, @EndsOn, @ReportDueOn, @DrawnCents, @paidCents, 1, 'test', @at)
        """;

    sealed class Office
    {
        public required Guid Id { get; init; }
        public required string Ags { get; init; }
    }
}
