using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>After the award of 80,000.00 euro and its first payment.</summary>
sealed class LedgerExamples : IExamples
{
    const string Reference = "GA-2018-A-Z-01-P01";

    static readonly Money Promised = new(80_000_00);

    static readonly Money Paid = new(20_000_00);

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListAccounts>(new ListOf<Account>(Accounts.All, null)),
        Example.Of<GetPostingMatrix>(GetPostingMatrix.Matrix),
        Example.Of<ListJournalEntries>(Example.Page(new JournalEntry(
            18, 2019, 3, PostingMatrix.Payable.Event, Example.Id(10), Example.Id(11), Reference, $"Payment {Reference} released",
            new DateOnly(2019, 2, 6), new DateOnly(2019, 2, 6), Example.At(2019, 2, 6),
            [new PostingLine(1, Accounts.Grants, Accounts.PayableToSites, Paid)]))),
        Example.Of<GetTrialBalance>(Balance),
        Example.Of<GetAccountSheet>(Sheet),
    ];

    static GetTrialBalance.Response Balance => new(
        new DateOnly(2019, 2, 28),
        Section((Accounts.Bank, 0, Paid.Cents), (Accounts.BankTransit, Paid.Cents, Paid.Cents), (Accounts.RepaymentClaims, 0, 0),
            (Accounts.PayableToSites, Paid.Cents, Paid.Cents), (Accounts.Grants, Paid.Cents, 0), (Accounts.GrantsReclaimed, 0, 0)),
        Section((Accounts.Commitments, Promised.Cents, Paid.Cents), (Accounts.CommitmentsContra, Paid.Cents, Promised.Cents)));

    static GetTrialBalance.Section Section(params (string Number, long Debit, long Credit)[] sums) => new(
        [
            .. sums.Select(sum => (sum.Debit, sum.Credit, Account: Account(sum.Number))).Select(sum => new GetTrialBalance.Line(
                sum.Account.Number, sum.Account.Name, sum.Account.Kind,
                new Money(sum.Debit), new Money(sum.Credit), new Money(sum.Debit - sum.Credit))),
        ],
        new Money(sums.Sum(sum => sum.Debit)), new Money(sums.Sum(sum => sum.Credit)));

    /// <summary>What is owed to sites.</summary>
    static GetAccountSheet.Response Sheet
    {
        get
        {
            var (nothing, owed) = (new Money(0), new Money(-Paid.Cents));
            return new GetAccountSheet.Response(
                Account(Accounts.PayableToSites), new DateOnly(2019, 2, 1), new DateOnly(2019, 2, 28), nothing,
                [
                    new(18, 2019, 3, new DateOnly(2019, 2, 6), Reference, $"Payment {Reference} released", Accounts.Grants, nothing, Paid, owed),
                    new(19, 2019, 4, new DateOnly(2019, 2, 8), Reference, $"Payment {Reference} settled", Accounts.BankTransit, Paid, nothing, nothing),
                ],
                Paid, Paid, nothing);
        }
    }

    static Account Account(string number) => Accounts.All.Single(account => account.Number == number);
}
