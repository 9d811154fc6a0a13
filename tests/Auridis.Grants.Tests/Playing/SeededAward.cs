using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Tests.Playing;

/// <summary>An active award with its report due, put into the database as an award's whole way would leave it.</summary>
/// <param name="Ags">The office; each award in a database has its own.</param>
sealed record SeededAward(Guid Id, string Number, string Ags, Guid ProgrammeId, Guid ReportId, Guid PaymentId, Guid BankAccountId)
{
    public string Applicant => $"applicant-{Ags}";

    public string Report => $"/spending-reports/{ReportId}";

    /// <summary>The plan of every seeded award: personnel 60,000, training 30,000, other 10,000 euro.</summary>
    public static readonly IReadOnlyList<FinanceLine> Lines =
        [new("personnel", new Money(60_000_00)), new("training", new Money(30_000_00)), new("other", new Money(10_000_00))];

    public static async Task<SeededAward> Insert(
        GrantsApp app, long paidCents = 100_000_00, long? drawnCents = null, string financing = FinancingType.FixedAmount,
        DateOnly? dueOn = null)
    {
        var reportDueOn = dueOn ?? new DateOnly(2021, 6, 30);
        var outcome = await app.Db.Write<SeededAward>(Author.System(TimeProvider.System), async tx =>
        {
            var office = (await YouthOffice.FindByAgs(tx, (await tx.Top<string>(FreeOffices, new { Take = 1 })).Single()))!;
            var award = await AwardSeed.Insert(tx, office, AwardStatus.Active, 100_000_00, Lines,
                Sample.Terms with { FinancingType = financing }, reportDueOn);
            await tx.Execute("update Award set DrawnCents = @drawn, PaidCents = @paidCents, PaymentCount = 1 where Id = @Id",
                new { award.Id, drawn = drawnCents ?? paidCents, paidCents });
            var (reportId, paymentId) = (NewId(), NewId());
            await SpendingReport.Expect(tx, reportId, award.Id, office.Ags, reportDueOn);
            if (paidCents > 0)
            {
                await tx.Execute(InsertPayment, new
                {
                    paymentId,
                    awardId = award.Id,
                    office.Ags,
                    Reference = award.Number + "-P01",
                    paidCents,
                    award.BankAccountId,
                    AwardSeed.Iban,
                    PaidOn,
                });
            }
            return new SeededAward(award.Id, award.Number, office.Ags, award.ProgrammeId, reportId, paymentId, award.BankAccountId);
        }, CancellationToken.None);
        return outcome.Value;
    }

    /// <summary>The day of the one payment.</summary>
    public static readonly DateOnly PaidOn = new(2019, 2, 4);

    /// <summary>The programme's money that is promised.</summary>
    public Task<long> Committed(GrantsApp app) =>
        app.Db.Read(session => session.One<long>("select CommittedCents from Programme where Id = @ProgrammeId", new { ProgrammeId }),
            CancellationToken.None);

    static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    const string FreeOffices = "select Ags from YouthOffice where Id not in (select YouthOfficeId from Award) order by Seq";

    const string InsertPayment = """
        insert into Disbursement (Id, Version, AwardId, OfficeAgs, Reference, Status, AmountCents, Purpose, UnspentCents, BankAccountId, Iban, Holder,
            RequestedBy, RequestedOn, ApprovedBy, ApprovedOn, ReleasedBy, ReleasedOn, BookedOn, BankReference, SettlementRecordedBy, SettlementConfirmedBy)
        values (@paymentId, 1, @awardId, @Ags, @Reference, 'settled', @paidCents, 'Personnel', 0, @BankAccountId, @Iban, 'Stadtkasse',
            'test', @PaidOn, 'test-2', @PaidOn, 'test-3', @PaidOn, @PaidOn, 'KTO-1', 'test', 'test-2')
        """;
}
