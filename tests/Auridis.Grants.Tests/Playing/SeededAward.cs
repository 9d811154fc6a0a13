using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Selections;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Tests.Playing;

/// <summary>
/// An active award with its report due and a verified account of its office, put into the database as its whole way would leave it: for
/// tests of what comes after. <see cref="Round"/> plays that way through HTTP.
/// </summary>
/// <param name="Ags">The office; each award in a database has its own.</param>
/// <param name="PaymentId">The one payment, when something was paid.</param>
sealed record SeededAward(Guid Id, string Reference, string Ags, Guid ProgrammeId, Guid BankAccountId, Guid ReportId, Guid PaymentId)
{
    public const string Iban = "DE89370400440532013000";

    /// <summary>The day of the one payment.</summary>
    public static readonly DateOnly PaidOn = new(2019, 2, 4);

    static int count;

    /// <summary>The person who acts for the office.</summary>
    public string Applicant => $"applicant-{Ags}";

    public string Report => $"/spending-reports/{ReportId}";

    public object Request(
        string amount, string? need = null, string unspent = "0.00", string ownUsed = "0.00", string thirdPartyUsed = "0.00") => new
        {
            amount = new { amount, currency = "EUR" },
            purpose = "Personnel of the next two months",
            need = new { amount = need ?? amount, currency = "EUR" },
            unspent = new { amount = unspent, currency = "EUR" },
            ownUsed = new { amount = ownUsed, currency = "EUR" },
            thirdPartyUsed = new { amount = thirdPartyUsed, currency = "EUR" },
            bankAccountId = BankAccountId,
        };

    /// <summary>Asks for a payment that failed once more.</summary>
    /// <param name="need">What has to be paid.</param>
    /// <param name="amount">That of the payment that failed when not given.</param>
    public object Retry(string need, string? amount = null) => new
    {
        amount = amount is null ? null : new { amount, currency = "EUR" },
        need = new { amount = need, currency = "EUR" },
        unspent = new { amount = "0.00", currency = "EUR" },
        ownUsed = new { amount = "0.00", currency = "EUR" },
        thirdPartyUsed = new { amount = "0.00", currency = "EUR" },
        bankAccountId = BankAccountId,
    };

    /// <summary>The programme's money that is promised.</summary>
    public Task<long> Committed(GrantsApp app) =>
        app.Db.Read(session => session.One<long>("select CommittedCents from Programme where Id = @ProgrammeId", new { ProgrammeId }),
            CancellationToken.None);

    /// <summary>
    /// The award, with the programme, application and selection that it comes from. Its plan is 60 % personnel, 30 % training and 10 %
    /// other.
    /// </summary>
    /// <param name="amountCents">What is awarded; the plan has that much more when own and third-party money are given.</param>
    /// <param name="paidCents">What was paid, in one payment.</param>
    /// <param name="drawnCents">What is requested or paid; as much as was paid when not given.</param>
    /// <param name="changing">What the programme sets otherwise. It makes contracts, under which nobody is heard before a claim.</param>
    /// <param name="posted">
    /// Whether the ledger has its entries as well, all of the day of the payment: for tests that verify the ledger, and not for those that
    /// count entries.
    /// </param>
    /// <param name="paidOn">The day of the one payment, and of the offer; <see cref="PaidOn"/> when not given.</param>
    /// <param name="status">With another one than <see cref="AwardStatus.Active"/> no report is due yet.</param>
    public static async Task<SeededAward> Insert(
        Db db, long amountCents = 100_000_00, long paidCents = 0, long? drawnCents = null, string status = AwardStatus.Active,
        string financing = FinancingType.FixedAmount, DateOnly? dueOn = null, decimal? sharePercent = null, long ownCents = 0,
        long thirdPartyCents = 0, Func<ProgrammeTerms, ProgrammeTerms>? changing = null,
        bool posted = false, DateOnly? paidOn = null)
    {
        var outcome = await db.Write<SeededAward>(Author.System(TimeProvider.System), async tx =>
        {
            var office = (await YouthOffice.FindByAgs(tx, (await tx.Top<string>(FreeOffices, new { Take = 1 })).Single()))!;
            var number = FormattableString.Invariant($"T{Interlocked.Increment(ref count):0000}-Z-01");
            var terms = Sample.Terms with
            {
                FinancingType = financing,
                SharePercent = sharePercent,
                LegalForm = LegalForm.PublicContract,
            };
            terms = changing?.Invoke(terms) ?? terms;
            var plannedCents = amountCents + ownCents + thirdPartyCents;
            var award = new SeededAward(
                tx.NewId(), number, office.Ags, (await CreateProgramme.Insert(tx, number, terms)).Id, tx.NewId(), tx.NewId(), tx.NewId());
            var values = new
            {
                award.Id,
                award.Reference,
                award.ProgrammeId,
                award.BankAccountId,
                award.PaymentId,
                ApplicationId = tx.NewId(),
                ApplicationReference = number + "-A",
                SelectionId = tx.NewId(),
                OfficeId = office.Id,
                office.Ags,
                Status = status,
                AmountCents = amountCents,
                Content = StoredJson.Of(Sample.Content),
                Lines = StoredJson.Of<IReadOnlyList<FinanceLine>>(
                [
                    new("personnel", new Money(plannedCents * 6 / 10)),
                    new("training", new Money(plannedCents * 3 / 10)),
                    new("other", new Money(plannedCents / 10)),
                ]),
                Financing = StoredJson.Of(new AwardFinancing(new Money(amountCents), new Money(ownCents), new Money(thirdPartyCents))),
                Terms = StoredJson.Of(terms),
                Ranking = StoredJson.Of(Ranking.Of([], terms, lot: null)),
                StartsOn = terms.FundingStartsOn,
                EndsOn = terms.FundingEndsOn,
                DueOn = dueOn ?? new DateOnly(2021, 6, 30),
                DrawnCents = drawnCents ?? paidCents,
                PaidCents = paidCents,
                PromisedCents = amountCents - paidCents,
                PaymentCount = paidCents > 0 ? 1 : 0,
                PaymentReference = award.Reference + "-P01",
                PaidOn = paidOn ?? PaidOn,
                Iban,
                tx.Author.At,
            };
            await tx.Execute(RunProgramme, values);
            foreach (var sql in Inserts)
                await tx.Execute(sql, values);
            var seeded = (await Award.Find(tx, award.Id))!;
            await AwardVersion.Keep(tx, seeded, amendmentId: null, seeded.OfferedOn);
            if (status == AwardStatus.Active)
                await SpendingReport.Expect(tx, award.ReportId, seeded);
            if (paidCents > 0)
                await tx.Execute(InsertPayment, values);
            if (posted)
                award.Post(tx, amountCents, paidCents);
            return award;
        }, CancellationToken.None);
        return outcome.Value;
    }

    void Post(Tx tx, long amountCents, long paidCents)
    {
        Journal.Post(tx, PostingMatrix.Commitment, new Money(amountCents),
            new BusinessDocument(Id, Reference, ProgrammeId, Id, $"Award {Reference} offered", PaidOn));
        if (paidCents == 0)
            return;
        var payment = new BusinessDocument(PaymentId, Reference + "-P01", ProgrammeId, Id, $"Payment {Reference}-P01", PaidOn);
        foreach (var rule in (PostingRule[])[PostingMatrix.Payable, PostingMatrix.Settlement, PostingMatrix.CommitmentUse])
            Journal.Post(tx, rule, new Money(paidCents), payment);
    }

    const string RunProgramme = """
        update Programme set Status = 'running', SelectedCount = 1, CommittedCents = @AmountCents where Id = @ProgrammeId
        """;

    const string FreeOffices = "select Ags from YouthOffice where Id not in (select YouthOfficeId from Award) order by Seq";

    static readonly string[] Inserts =
    [
        """
        insert into Application
            (Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Reference, Status, Title, TitleKey, Content, RequestedCents,
            CreatedBy, CreatedAt, UpdatedAt)
        values (@ApplicationId, 1, @ProgrammeId, @OfficeId, @Ags, @ApplicationReference, 'selected', 'Networks', 'networks', @Content,
            @AmountCents, 'test', @At, @At)
        """,
        """
        insert into Selection
            (Id, Version, ProgrammeId, Reference, Status, Ranking, CreatedBy, CreatedAt, UpdatedAt, ProposedBy, ConfirmedBy,
            PublishedBy)
        values (@SelectionId, 1, @ProgrammeId, @Reference, 'published', @Ranking, 'test', @At, @At, 'test', 'test-2', 'test-2')
        """,
        """
        insert into Award
            (Id, Version, Reference, ProgrammeId, ApplicationId, SelectionId, YouthOfficeId, OfficeAgs, Status, AmountCents, Lines,
            Financing, Terms, StartsOn, EndsOn, ReportDueOn, OfferedBy, OfferedOn, AcceptanceEndsOn, DrawnCents, PaidCents, PaymentCount,
            CommittedCents, PromisedCents, CreatedAt, UpdatedAt)
        values
            (@Id, 1, @Reference, @ProgrammeId, @ApplicationId, @SelectionId, @OfficeId, @Ags, @Status, @AmountCents, @Lines,
            @Financing, @Terms, @StartsOn, @EndsOn, @DueOn, 'test', @PaidOn, @PaidOn, @DrawnCents, @PaidCents, @PaymentCount, @AmountCents,
            @PromisedCents, @At, @At)
        """,
        """
        insert into BankAccount (Id, Version, YouthOfficeId, Iban, Holder, Status, EnteredBy, VerifiedBy, CreatedAt, UpdatedAt)
        values (@BankAccountId, 1, @OfficeId, @Iban, 'Stadtkasse', 'verified', 'test', 'test-2', @At, @At)
        """,
    ];

    const string InsertPayment = """
        insert into Disbursement
            (Id, Version, ProgrammeId, AwardId, OfficeAgs, Reference, Status, AmountCents, Purpose, NeedCents, UnspentCents,
            OwnUsedCents, ThirdPartyUsedCents, BankAccountId, Iban, Holder, RequestedBy, RequestedOn, ApprovedBy, ApprovedOn,
            ReleasedBy, ReleasedOn, BookedOn, BankReference, SettlementRecordedBy, SettlementConfirmedBy, CreatedAt, UpdatedAt)
        values
            (@PaymentId, 1, @ProgrammeId, @Id, @Ags, @PaymentReference, 'settled', @PaidCents, 'Personnel', @PaidCents, 0,
            0, 0, @BankAccountId, @Iban, 'Stadtkasse', 'test', @PaidOn, 'test-2', @PaidOn, 'test-3', @PaidOn,
            @PaidOn, 'KTO-1', 'test-4', 'test-5', @At, @At)
        """;
}
