using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>After the award of 80,000.00 euro and its first payment.</summary>
sealed class LedgerExamples : IExamples
{
    const string Reference = "GA-2018-A-Z-01-P01";

    static readonly Money Nothing = new(0);

    static readonly Money Promised = new(80_000_00);

    static readonly Money Paid = new(20_000_00);

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListAccounts>(new ListOf<Account>(Accounts.All, null)),
        Example.Of<GetPostingMatrix>(new ListOf<PostingRule>(PostingMatrix.All, null)),
        Example.Of<ListJournalEntries>(Example.Page(Released)),
        Example.Of<GetTrialBalance>(Balance),
        Example.Of<GetAccountSheet>(Sheet),
        Example.Of<ListPeriods>(Example.Page(Closed)),
        Example.Of<ClosePeriod>(Proposed),
        Example.Of<GetPeriod>(Closed),
        Example.Of<ConfirmPeriod>(Closed),
        Example.Of<RefusePeriod>(
            Proposed with
            {
                Version = 2,
                Status = PeriodStatus.Refused,
                RefusalReason = "A statement of the bank is missing.",
                UpdatedAt = Example.At(2019, 3, 4),
            },
            new Reasoned("A statement of the bank is missing.")),
        Example.Of<VerifyLedger>(new LedgerVerification(true, 19, 14, 1, 0, null)),
    ];

    static LedgerPeriod Proposed => new()
    {
        Id = Example.Id(41),
        Version = 1,
        Month = "2019-02",
        Status = PeriodStatus.Proposed,
        CreatedAt = Example.At(2019, 3, 4),
        UpdatedAt = Example.At(2019, 3, 4),
    };

    static LedgerPeriod Closed => Proposed with { Version = 2, Status = PeriodStatus.Confirmed };

    static JournalEntry Released => new()
    {
        Seq = 18,
        FiscalYear = 2019,
        Number = 3,
        Event = PostingMatrix.Payable.Event,
        ProgrammeId = Example.Id(1),
        AwardId = Example.Id(10),
        DocumentId = Example.Id(11),
        DocumentReference = Reference,
        Text = $"Payment {Reference} released",
        DocumentOn = new DateOnly(2019, 2, 6),
        PostedOn = new DateOnly(2019, 2, 6),
        CreatedAt = Example.At(2019, 2, 6),
        Postings = [new PostingLine { Line = 1, DebitAccount = Accounts.Grants, CreditAccount = Accounts.PayableToSites, Amount = Paid }],
    };

    static TrialBalance Balance => new(
        new DateOnly(2019, 2, 28),
        TrialBalanceSection.Of(
        [
            Sums(Accounts.Bank, Nothing, Paid),
            Sums(Accounts.BankTransit, Paid, Paid),
            Sums(Accounts.RepaymentClaims, Nothing, Nothing),
            Sums(Accounts.InterestClaims, Nothing, Nothing),
            Sums(Accounts.PayableToSites, Paid, Paid),
            Sums(Accounts.InterestPayable, Nothing, Nothing),
            Sums(Accounts.CreditsOwed, Nothing, Nothing),
            Sums(Accounts.InterestCreditsOwed, Nothing, Nothing),
            Sums(Accounts.OwedToFunder, Nothing, Nothing),
            Sums(Accounts.Grants, Paid, Nothing),
            Sums(Accounts.GrantsReclaimed, Nothing, Nothing),
            Sums(Accounts.InterestIncome, Nothing, Nothing),
            Sums(Accounts.ClaimsWaived, Nothing, Nothing),
            Sums(Accounts.ClaimsWrittenOff, Nothing, Nothing),
        ]),
        TrialBalanceSection.Of([Sums(Accounts.Commitments, Promised, Paid), Sums(Accounts.CommitmentsContra, Paid, Promised)]));

    /// <summary>What is owed to sites.</summary>
    static AccountSheet Sheet => new(
        Account(Accounts.PayableToSites), new DateOnly(2019, 2, 1), new DateOnly(2019, 2, 28), Nothing, Paid, Paid, Nothing,
        Nothing,
        [
            new()
            {
                EntrySeq = Released.Seq,
                FiscalYear = Released.FiscalYear,
                Number = Released.Number,
                PostedOn = Released.PostedOn,
                DocumentReference = Reference,
                Text = Released.Text,
                ContraAccount = Accounts.Grants,
                Debit = Nothing,
                Credit = Paid,
                Balance = new Money(-Paid.Cents),
            },
            new()
            {
                EntrySeq = 19,
                FiscalYear = 2019,
                Number = 4,
                PostedOn = new DateOnly(2019, 2, 8),
                DocumentReference = Reference,
                Text = $"Payment {Reference} settled",
                ContraAccount = Accounts.BankTransit,
                Debit = Paid,
                Credit = Nothing,
                Balance = Nothing,
            },
        ],
        null);

    static TrialBalanceLine Sums(string number, Money debit, Money credit) => new()
    {
        Number = number,
        Name = Account(number).Name,
        Kind = Account(number).Kind,
        Debit = debit,
        Credit = credit,
    };

    static Account Account(string number) => Accounts.All.Single(account => account.Number == number);
}
