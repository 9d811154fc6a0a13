using System.Text.Json;
using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Tests.Playing;

/// <summary>An award and a verified account of its office, put straight into the tables: for tests of what comes after.</summary>
sealed record AwardSeed(Guid Id, string Number, string OfficeAgs, Guid ProgrammeId, Guid BankAccountId)
{
    public const string Iban = "DE89370400440532013000";

    static int count;

    /// <summary>The person who acts for the office.</summary>
    public string Applicant => $"applicant-{OfficeAgs}";

    public object Request(string amount) => new
    {
        amount = new { amount, currency = "EUR" },
        purpose = "Personnel of the next two months",
        unspent = new { amount = "0.00", currency = "EUR" },
        bankAccountId = BankAccountId,
    };

    public static Task<AwardSeed> Insert(GrantsApp app, long amountCents = 100_000_00, string status = "active", string ags = "05512000") =>
        Insert(app.Db, amountCents, status, ags);

    public static async Task<AwardSeed> Insert(Db db, long amountCents = 100_000_00, string status = "active", string ags = "05512000") =>
        (await db.Write<AwardSeed>(Author.System(TimeProvider.System), async tx =>
            await Insert(tx, (await YouthOffice.FindByAgs(tx, ags))!, status, amountCents, [], Sample.Terms, new DateOnly(2021, 6, 30)),
            CancellationToken.None)).Value;

    /// <summary>The award, with the programme, application and selection that it comes from.</summary>
    public static async Task<AwardSeed> Insert(
        Tx tx, YouthOffice office, string status, long amountCents, IReadOnlyList<FinanceLine> lines, ProgrammeTerms terms, DateOnly dueOn)
    {
        var number = FormattableString.Invariant($"T{Interlocked.Increment(ref count):0000}-Z-01");
        var programme = (await CreateProgramme.Insert(tx, number, Sample.Terms)).Id;
        await tx.Execute("update Programme set SelectedCount = 1, CommittedCents = @amountCents where Id = @programme",
            new { programme, amountCents });
        var (application, selection, award) = (NewId(), NewId(), NewId());
        var at = tx.Author.At;
        await tx.Execute("""
            insert into Application (Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Title, Content, RequestedCents, CreatedBy, CreatedAt)
            values (@application, 1, @programme, @Id, @Ags, 'selected', 'Networks', '{}', @amountCents, 'test', @at)
            """, new { application, programme, office.Id, office.Ags, amountCents, at });
        await tx.Execute("""
            insert into Selection (Id, Version, ProgrammeId, Status, Ranking, CreatedBy, CreatedAt, ProposedBy, ConfirmedBy, PublishedBy)
            values (@selection, 1, @programme, 'published', '[]', 'test', @at, 'test', 'test-2', 'test-2')
            """, new { selection, programme, at });
        await tx.Execute("""
            insert into Award (Id, Version, Number, ProgrammeId, ApplicationId, SelectionId, YouthOfficeId, OfficeAgs, Status, AmountCents, Lines, Terms,
                StartsOn, EndsOn, ReportDueOn, OfferedBy, OfferedAt)
            values (@award, 1, @number, @programme, @application, @selection, @Id, @Ags, @status, @amountCents, @Lines, @Terms,
                @StartsOn, @EndsOn, @dueOn, 'test', @at)
            """, new
        {
            award,
            number,
            programme,
            application,
            selection,
            office.Id,
            office.Ags,
            status,
            amountCents,
            Lines = StoredJson.Of(lines),
            Terms = StoredJson.Of(terms),
            StartsOn = new DateOnly(2019, 1, 1),
            EndsOn = new DateOnly(2020, 12, 31),
            dueOn,
            at,
        });
        var known = await tx.OneOrNull<Guid?>("select Id from BankAccount where YouthOfficeId = @Id and Iban = @Iban",
            new { office.Id, Iban });
        var account = known ?? NewId();
        if (known is null)
        {
            await tx.Execute("""
                insert into BankAccount (Id, Version, YouthOfficeId, Iban, Holder, Status, EnteredBy, VerifiedBy, CreatedAt)
                values (@account, 1, @Id, @Iban, 'Stadtkasse', 'verified', 'test', 'test-2', @at)
                """, new { account, office.Id, Iban, at });
        }
        return new AwardSeed(award, number, office.Ags, programme, account);
    }

    static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    /// <summary>What is drawn and paid, and what the payments themselves say: the two must agree.</summary>
    public async Task<(long Drawn, long Paid, long Amount)> Funds(GrantsApp app)
    {
        var row = await app.Db.Read(session => session.One<FundsRow>("""
            select DrawnCents, PaidCents, AmountCents,
                (select coalesce(sum(d.AmountCents), 0) from Disbursement d where d.AwardId = a.Id and d.Status in ('requested', 'approved', 'released', 'settled')) as LiveCents,
                (select coalesce(sum(d.AmountCents), 0) from Disbursement d where d.AwardId = a.Id and d.Status = 'settled') as SettledCents
            from Award a where Id = @Id
            """, new { Id }), CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(row.DrawnCents, Is.EqualTo(row.LiveCents));
            Assert.That(row.PaidCents, Is.EqualTo(row.SettledCents));
            Assert.That(row.DrawnCents, Is.LessThanOrEqualTo(row.AmountCents));
        });
        return (row.DrawnCents, row.PaidCents, row.AmountCents);
    }

    sealed class FundsRow
    {
        public required long DrawnCents { get; init; }
        public required long PaidCents { get; init; }
        public required long AmountCents { get; init; }
        public required long LiveCents { get; init; }
        public required long SettledCents { get; init; }
    }
}

/// <summary>Payments, brought through HTTP to the state that a test needs.</summary>
static class Payments
{
    static int keys;

    public static string Key => FormattableString.Invariant($"test-{Interlocked.Increment(ref keys)}");

    /// <summary>Debits less credits of an account, from the entries of one award.</summary>
    public static Task<long> Balance(this GrantsApp app, Guid awardId, string account) => app.Db.Read(session => session.One<long>("""
        select coalesce(sum(case when p.DebitAccount = @account then p.AmountCents when p.CreditAccount = @account then -p.AmountCents else 0 end), 0)
        from Posting p join JournalEntry e on e.Seq = p.EntrySeq
        where e.AwardId = @awardId
        """, new { awardId, account }), CancellationToken.None);

    public static async Task<Answer> Requested(this GrantsApp app, AwardSeed award, string amount = "1000.00") =>
        (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request(amount), key: Key)).Succeeded();

    public static async Task<Answer> Approved(this GrantsApp app, AwardSeed award, string amount = "1000.00") =>
        (await app.Step("finance-1", await app.Requested(award, amount), "approve", Right)).Succeeded();

    public static async Task<Answer> Released(this GrantsApp app, AwardSeed award, string amount = "1000.00") =>
        (await app.Step("finance-2", await app.Approved(award, amount), "release")).Succeeded();

    public static async Task<Answer> Settled(this GrantsApp app, AwardSeed award, string amount = "1000.00") =>
        await app.Settle(await app.Requested(award, amount));

    /// <summary>The way of a request to its settlement.</summary>
    public static async Task<Answer> Settle(this GrantsApp app, Answer requested)
    {
        var approved = (await app.Step("finance-1", requested, "approve", Right)).Succeeded();
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();
        var recorded = (await app.Step("finance-1", released, "settle", new { bookedOn = released["releasedOn"], bankReference = "KTO-1" }))
            .Succeeded();
        return (await app.Step("finance-2", recorded, "confirm-settlement")).Succeeded();
    }

    /// <summary>Brings a settled payment back.</summary>
    public static async Task<Answer> Return(this GrantsApp app, Answer settled, string bookedOn)
    {
        var recorded = (await app.Step("finance-1", settled, "return", Returned(bookedOn))).Succeeded();
        return (await app.Step("finance-2", recorded, "confirm-return")).Succeeded();
    }

    /// <summary>What the bank says of a payment that came back.</summary>
    public static object Returned(string bookedOn) => new { bookedOn, bankReference = "KTO-2", reason = "Account closed" };

    public static object Right => new { factuallyRight = true, arithmeticallyRight = true };

    /// <summary>A step on a payment, at the version that its last answer had.</summary>
    public static Task<Answer> Step(this GrantsApp app, string person, Answer payment, string step, object? body = null,
        string? key = null) =>
        app.As(person).Post($"/disbursements/{payment["id"]}/{step}", body, payment.ETag, key ?? Key);
}
