using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Auridis.Grants.Tests.Platform.Database;

/// <summary>
/// What the database refuses whatever the program does: states without the persons that they need, one person twice, numbers twice.
/// </summary>
public sealed class ConstraintTests(DatabaseKind kind) : ApiTests(kind)
{
    /// <summary>
    /// One row of each table, as the program leaves it: a settled payment, a report that is due, a claim, a letter that was posted, and
    /// two applications to one programme.
    /// </summary>
    [OneTimeSetUp]
    public async Task Seed()
    {
        await app.HandedOver(await app.Released(await SeededAward.Insert(app.Db)));
        await app.Settled(await SeededAward.Insert(app.Db));
        await SeededAward.Insert(app.Db);
        var award = await SeededAward.Insert(app.Db);
        await Execute("""
            insert into RepaymentClaim
                (Id, Version, ProgrammeId, AwardId, Kind, SpendingReportId, OfficeAgs, Reference, Status, PrincipalCents, PaidCents,
                ClaimedOn, DueOn, CreatedAt, UpdatedAt)
            values (@ClaimId, 1, @ProgrammeId, @Id, 'unspent', @ReportId, @Ags, 'R1', 'claimed', 1000, 0, @On, @DueOn, @At, @At)
            """, new
        {
            ClaimId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
            award.ProgrammeId,
            award.Id,
            award.ReportId,
            award.Ags,
            On = new DateOnly(2021, 1, 1),
            DueOn = new DateOnly(2021, 2, 1),
            At = TimeProvider.System.GetUtcNow().ToMilliseconds(),
        });
        await Execute("""
            insert into ClaimRelief (Id, Version, Kind, ProgrammeId, AwardId, RepaymentClaimId, OfficeAgs, Status, Until, Reason,
                ProposedBy, CreatedAt, UpdatedAt)
            select Id, 1, 'deferral', ProgrammeId, AwardId, Id, OfficeAgs, 'proposed', DueOn, 'a', 'a', CreatedAt, UpdatedAt
            from RepaymentClaim
            """);
        await Execute("""
            insert into Contact (Id, Version, YouthOfficeId, Name, Phone, Status, CreatedAt, UpdatedAt)
            select Id, 1, Id, 'Erika Mustermann', '1', 'current', CreatedAt, UpdatedAt from YouthOffice where Ags = @Ags
            """, new { award.Ags });
        await Execute("""
            insert into Letter
                (Id, Version, Reference, ProgrammeId, ApplicationId, AwardId, OfficeAgs, Number, Kind, IssuedOn, Remedy, RemedyMonths,
                Channel, DispatchedBy, DispatchedOn, AnnouncedOn, RemedyEndsOn, CreatedAt, UpdatedAt)
            select Id, 2, 'B1', ProgrammeId, ApplicationId, Id, OfficeAgs, 1, 'award', @Posted, 'objection', 1,
                'post', 'a', @Posted, @Announced, @Ends, CreatedAt, UpdatedAt
            from Award where Id = @Id
            """, new
        {
            award.Id,
            Posted = new DateOnly(2019, 1, 15),
            Announced = new DateOnly(2019, 1, 18),
            Ends = new DateOnly(2019, 2, 18),
        });
    }

    [TestCase("CK_Programme_LotFourEyes", "Programme set LotConfirmedBy = 'a'")]
    [TestCase("CK_Programme_LotFourEyes", "Programme set LotEnteredBy = 'a', LotConfirmedBy = 'a'")]
    [TestCase("CK_BankAccount_FourEyes", "BankAccount set VerifiedBy = null")]
    [TestCase("CK_BankAccount_FourEyes", "BankAccount set VerifiedBy = EnteredBy")]
    [TestCase("CK_BankAccount_FourEyes", "BankAccount set BlockedBy = VerifiedBy")]
    [TestCase("CK_BankAccount_Reason", "BankAccount set Status = 'refused', RefusedBy = 'a'")]
    [TestCase("CK_BankAccount_Reason", "BankAccount set Status = 'blocked', Reason = 'a'")]
    [TestCase("CK_Contact_Status", "Contact set Status = 'gone'")]
    [TestCase("CK_Contact_Reached", "Contact set Phone = null")]
    [TestCase("CK_Contact_ReplacedById", "Contact set Status = 'replaced'")]
    [TestCase("CK_Contact_ReplacedById", "Contact set ReplacedById = Id")]
    [TestCase("CK_Contact_ReplacedById", "Contact set Status = 'replaced', ReplacedById = Id")]
    [TestCase("CK_Selection_FourEyes", "Selection set ProposedBy = null")]
    [TestCase("CK_Selection_FourEyes", "Selection set ConfirmedBy = ProposedBy")]
    [TestCase("CK_Selection_FourEyes", "Selection set ConfirmedBy = null")]
    [TestCase("CK_Selection_FourEyes", "Selection set Status = 'confirmed', ConfirmedBy = null")]
    [TestCase("CK_Selection_FourEyes", "Selection set Status = 'proposed', ProposedBy = null, ConfirmedBy = null")]
    [TestCase("CK_Selection_FourEyes", "Selection set PublishedBy = null")]
    [TestCase("CK_Disbursement_FourEyes", "Disbursement set ApprovedBy = null")]
    [TestCase("CK_Disbursement_FourEyes", "Disbursement set ReleasedBy = null")]
    [TestCase("CK_Disbursement_FourEyes", "Disbursement set ReleasedBy = ApprovedBy")]
    [TestCase("CK_Disbursement_FourEyes", "Disbursement set SettlementRecordedBy = null")]
    [TestCase("CK_Disbursement_FourEyes", "Disbursement set SettlementConfirmedBy = null")]
    [TestCase("CK_Disbursement_FourEyes", "Disbursement set Status = 'returned', SettlementConfirmedBy = null")]
    [TestCase("CK_Disbursement_FourEyes", "Disbursement set Status = 'released', ReleasedBy = null")]
    [TestCase("CK_Disbursement_FourEyes", "Disbursement set Status = 'approved', ApprovedBy = null, ReleasedBy = null")]
    [TestCase("CK_Disbursement_FourEyes", "Disbursement set Status = 'returned', ReturnRecordedBy = 'a', ReturnConfirmedBy = 'a'")]
    [TestCase("CK_Disbursement_FourEyes", "Disbursement set BankRejectionRecordedBy = ApprovedBy")]
    [TestCase("CK_Disbursement_FourEyes",
        "Disbursement set BankRejectionRecordedBy = 'a', BankRejectionConfirmedBy = 'a' where Status = 'instructed'")]
    [TestCase("CK_Disbursement_FourEyes", "Disbursement set Status = 'bank-rejected' where Status = 'instructed'")]
    [TestCase("CK_Disbursement_Batch", "Disbursement set BatchId = null where Status = 'instructed'")]
    [TestCase("CK_Disbursement_Batch", "Disbursement set InstructedOn = null where Status = 'instructed'")]
    [TestCase("CK_Disbursement_Batch",
        "Disbursement set Status = 'released', InstructedOn = null, StopProposedBy = 'a' where BatchId is not null")]
    [TestCase("CK_Disbursement_Batch", "Disbursement set BankRejectionRecordedBy = 'a' where Status = 'settled'")]
    [TestCase("CK_PaymentBatch_Status", "PaymentBatch set Status = 'Open', HandedOverBy = null, HandedOverOn = null")]
    [TestCase("CK_PaymentBatch_PaymentCount", "PaymentBatch set PaymentCount = 0")]
    [TestCase("CK_PaymentBatch_Signatures", "PaymentBatch set SecondSignedBy = FirstSignedBy")]
    [TestCase("CK_PaymentBatch_Signatures", "PaymentBatch set SecondSignedBy = null")]
    [TestCase("CK_PaymentBatch_Signatures", "PaymentBatch set FirstSignedOn = null")]
    [TestCase("CK_PaymentBatch_HandedOver", "PaymentBatch set HandedOverBy = null")]
    [TestCase("CK_PaymentBatch_HandedOver", "PaymentBatch set Status = 'signed'")]
    [TestCase("CK_PaymentBatch_Voided", "PaymentBatch set VoidReason = 'a'")]
    [TestCase("CK_Disbursement_Kind", "Disbursement set Kind = 'gift'")]
    [TestCase("CK_Disbursement_RepaymentClaimId", "Disbursement set Kind = 'refund'")]
    [TestCase("CK_SpendingReport_FourEyes", "SpendingReport set SubmittedBy = 'a'")]
    [TestCase("CK_SpendingReport_FourEyes", "SpendingReport set Status = 'submitted'")]
    [TestCase("CK_SpendingReport_FourEyes", "SpendingReport set Status = 'in-examination', SubmittedBy = 'a'")]
    [TestCase("CK_SpendingReport_FourEyes", "SpendingReport set ExaminedBy = 'a'")]
    [TestCase("CK_SpendingReport_FourEyes", "SpendingReport set SubmittedBy = 'a', ExaminedBy = 'a'")]
    [TestCase("CK_SpendingReport_FourEyes", "SpendingReport set Status = 'accepted', SubmittedBy = 'a', ExaminedBy = 'b'")]
    [TestCase("CK_SpendingReport_FourEyes", "SpendingReport set SubmittedBy = 'a', AcceptedBy = 'b'")]
    [TestCase("CK_SpendingReport_FourEyes", "SpendingReport set SubmittedBy = 'a', ExaminedBy = 'b', AcceptedBy = 'a'")]
    [TestCase("CK_RepaymentClaim_Kind", "RepaymentClaim set Kind = 'Unspent'")]
    [TestCase("CK_SpendingReport_Kind", "SpendingReport set Kind = 'annual'")]
    [TestCase("CK_SpendingReport_EntitlementCents", "SpendingReport set Kind = 'interim', EntitlementCents = 1")]
    [TestCase("CK_SpendingReport_Totals", "SpendingReport set Totals = '[]'")]
    [TestCase("CK_RepaymentClaim_SpendingReportId", "RepaymentClaim set SpendingReportId = null")]
    [TestCase("CK_RepaymentClaim_SpendingReportId", "RepaymentClaim set Kind = 'revoked'")]
    [TestCase("CK_RepaymentClaim_DueOn", "RepaymentClaim set DueOn = ClaimedOn")]
    [TestCase("CK_RepaymentClaim_Standing", "RepaymentClaim set Status = 'paid'")]
    [TestCase("CK_RepaymentClaim_Standing", "RepaymentClaim set PaidCents = 1")]
    [TestCase("CK_RepaymentClaim_Standing", "RepaymentClaim set Status = 'partly-paid'")]
    [TestCase("CK_RepaymentClaim_Standing", "RepaymentClaim set Status = 'partly-paid', PaidCents = PrincipalCents")]
    [TestCase("CK_RepaymentClaim_Standing", "RepaymentClaim set Status = 'overpaid', PaidCents = PrincipalCents")]
    [TestCase("CK_RepaymentClaim_Standing", "RepaymentClaim set Status = 'deferred'")]
    [TestCase("CK_RepaymentClaim_Standing", "RepaymentClaim set DeferredUntil = DueOn")]
    [TestCase("CK_RepaymentClaim_Standing", "RepaymentClaim set Status = 'waived', PaidCents = PrincipalCents")]
    [TestCase("CK_RepaymentClaim_Standing", "RepaymentClaim set Status = 'written-off', PaidCents = PrincipalCents")]
    [TestCase("CK_RepaymentClaim_Standing", "RepaymentClaim set Status = 'cancelled', PaidCents = PrincipalCents")]
    [TestCase("CK_RepaymentClaim_Demanded", "RepaymentClaim set ReducedCents = 500, WrittenOffCents = 501")]
    [TestCase("CK_RepaymentClaim_PaidCents", "RepaymentClaim set PaidCents = -1")]
    [TestCase("CK_RepaymentClaim_RefundedCents", "RepaymentClaim set RefundedCents = -1")]
    [TestCase("CK_RepaymentClaim_WaivedCents", "RepaymentClaim set WaivedCents = -1")]
    [TestCase("CK_RepaymentClaim_WrittenOffCents", "RepaymentClaim set WrittenOffCents = -1")]
    [TestCase("CK_ClaimRelief_FourEyes", "ClaimRelief set Status = 'confirmed'")]
    [TestCase("CK_ClaimRelief_FourEyes", "ClaimRelief set Status = 'confirmed', DecidedBy = ProposedBy")]
    [TestCase("CK_ClaimRelief_FourEyes", "ClaimRelief set Status = 'ended', EndedOn = Until, DecidedBy = ProposedBy")]
    [TestCase("CK_ClaimRelief_Terms", "ClaimRelief set Kind = 'waiver'")]
    [TestCase("CK_ClaimRelief_Terms", "ClaimRelief set AmountCents = 1")]
    [TestCase("CK_ClaimRelief_LegalBasis", "ClaimRelief set LegalBasis = 'a'")]
    [TestCase("CK_ClaimRelief_Ended", "ClaimRelief set Status = 'ended', DecidedBy = 'b'")]
    [TestCase("CK_ClaimRelief_Ended", "ClaimRelief set EndedOn = Until")]
    [TestCase("CK_ClaimRelief_EndReason", "ClaimRelief set EndReason = 'a'")]
    [TestCase("CK_Award_Status", "Award set Status = 'Active'")]
    [TestCase("CK_Letter_Kind", "Letter set Kind = 'invoice'")]
    [TestCase("CK_Letter_Channel", "Letter set Channel = 'pigeon'")]
    [TestCase("CK_Letter_DispatchedOn", "Letter set DispatchedBy = null")]
    [TestCase("CK_Letter_DispatchedOn", "Letter set Channel = null")]
    [TestCase("CK_Letter_DispatchedOn", "Letter set DispatchedOn = null")]
    [TestCase("CK_Letter_DispatchedOn", "Letter set IssuedOn = '2019-01-16'")]
    [TestCase("CK_Letter_ReadOn", "Letter set ReadOn = '2019-01-16'")]
    [TestCase("CK_Letter_ReceivedOn", "Letter set ReceivedOn = '2019-01-14'")]
    [TestCase("CK_Letter_AnnouncedOn", "Letter set AnnouncedOn = '2019-01-14'")]
    [TestCase("CK_Letter_RemedyEndsOn", "Letter set AnnouncedOn = null")]
    [TestCase("CK_Letter_RemedyEndsOn", "Letter set Remedy = 'none'")]
    [TestCase("CK_Letter_RemedyEndsOn", "Letter set RemedyEndsOn = AnnouncedOn")]
    public void A_row_that_no_rule_allows_is_refused(string constraint, string change) =>
        Assert.That(() => Execute("update " + change), Throws.InstanceOf<DbException>().With.Message.Contains(constraint).IgnoreCase);

    [TestCase("Application set ProgrammeId = (select min(ProgrammeId) from Application), Number = 1")]
    [TestCase("Application set Reference = 'GA-1'")]
    public async Task A_number_that_is_given_twice_is_refused(string change)
    {
        var error = await Assert.CatchAsync(() => Execute("update " + change));

        Assert.That(app.Db.Dialect.IsUniqueViolation(error!), Is.True);
    }

    [Test]
    public void An_entry_of_an_award_that_is_not_there_is_refused() => Assert.That(() => Execute("""
        insert into JournalEntry
            (Seq, FiscalYear, Number, Event, AwardId, DocumentId, DocumentReference, Text, DocumentOn, PostedOn, CreatedAt, EnteredBy)
        values (1000, 2100, 1, 'payable', @Id, @Id, 'T', 'T', @On, @On, @At, 'test')
        """, new
    {
        Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
        On = new DateOnly(2100, 1, 1),
        At = DateTimeOffset.Parse("2100-01-01T00:00Z", CultureInfo.InvariantCulture),
    }),
        Throws.InstanceOf<DbException>().With.Message.Contains("foreign key").IgnoreCase);

    async Task Execute(string sql, object? parameters = null)
    {
        await using var connection = await app.Db.Dialect.Open(CancellationToken.None);
        await connection.ExecuteAsync(sql, parameters);
    }
}
