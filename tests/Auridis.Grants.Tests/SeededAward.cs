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
sealed record SeededAward(Guid Id, string Number, string Ags, Guid ReportId)
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
            var programmeId = await tx.Get<Guid>("select Id from Programme where Code = '2018-A'");
            var (applicationId, selectionId, awardId, reportId) = (NewId(), NewId(), NewId(), NewId());
            var number = string.Create(CultureInfo.InvariantCulture, $"GA-2018-Z-{Interlocked.Increment(ref count):0000}");
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
            return new SeededAward(awardId, number, office.Ags, reportId);
        }, CancellationToken.None);
        return outcome.Value;
    }

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

    const string InsertAward = """
        insert into Award (Id, Version, Number, ProgrammeId, ApplicationId, SelectionId, YouthOfficeId, OfficeAgs, Status, AmountCents, Lines, Terms,
            StartsOn, EndsOn, ReportDueOn, DrawnCents, PaidCents, OfferedBy, OfferedAt)
        values (@awardId, 1, @number, @programmeId, @applicationId, @selectionId, @officeId, @Ags, 'active', 10000000, @Lines, @Terms,
            @StartsOn, @EndsOn, @ReportDueOn, @DrawnCents, @paidCents, 'test', @at)
        """;

    sealed class Office
    {
        public required Guid Id { get; init; }
        public required string Ags { get; init; }
    }
}
