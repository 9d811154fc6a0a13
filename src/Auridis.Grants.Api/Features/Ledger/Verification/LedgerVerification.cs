namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>What a verification of the ledger found.</summary>
/// <param name="Intact">True when everything that is kept is what the entries come to.</param>
/// <param name="Entries">How many journal entries there are.</param>
/// <param name="Balances">How many balances are kept: one for each account and day on which something was posted.</param>
/// <param name="AwardCount">How many awards there are.</param>
/// <param name="ClaimCount">How many repayment claims there are.</param>
/// <param name="FirstDifference">The first figure that is another; null when there is none.</param>
sealed record LedgerVerification(
    bool Intact, long Entries, long Balances, long AwardCount, long ClaimCount, LedgerDifference? FirstDifference);

/// <summary>A figure that is kept, and is not what it comes to.</summary>
sealed record LedgerDifference
{
    /// <summary>The path of what it is a figure of, such as <c>/awards/01926f3a-5c00-7000-8000-00000000000a</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>Which figure.</summary>
    [OneOf(typeof(LedgerFigure))]
    public required string Figure { get; init; }

    /// <summary>The account that is debited, of what was posted by a pair of accounts; else null.</summary>
    public string? DebitAccount { get; init; }

    /// <summary>The account that is credited, of what was posted by a pair of accounts; else null.</summary>
    public string? CreditAccount { get; init; }

    /// <summary>The posting date to whose end it runs; null of a figure that is of now.</summary>
    public DateOnly? PostedOn { get; init; }

    /// <summary>The figure as it is kept; null when none is kept.</summary>
    public required Money? KeptAmount { get; init; }

    /// <summary>What entries, payments, receipts or contributions come to; null when there are none.</summary>
    public required Money? ComputedAmount { get; init; }

    /// <summary>The first figure of a resource that is not as it is kept; null when all are.</summary>
    public static LedgerDifference? FirstOf(string resource, params IEnumerable<(string Figure, Money Kept, Money Computed)> figures) =>
        figures.Where(figure => figure.Kept != figure.Computed)
            .Select(figure => new LedgerDifference
            {
                Resource = resource,
                Figure = figure.Figure,
                KeptAmount = figure.Kept,
                ComputedAmount = figure.Computed,
            })
            .FirstOrDefault();
}

/// <summary>What a verification of the ledger computes anew.</summary>
static class LedgerFigure
{
    /// <summary>The sum of an account's debits.</summary>
    public const string Debit = "debit";

    /// <summary>The sum of an account's credits.</summary>
    public const string Credit = "credit";

    /// <summary>What was posted of a programme or an award by a pair of accounts.</summary>
    public const string Posted = "posted";

    /// <summary>What is requested, approved, released or paid of an award.</summary>
    public const string Drawn = "drawn";

    /// <summary>What was paid of an award, or on a claim.</summary>
    public const string Paid = "paid";

    /// <summary>What is released of an award and not paid yet: kept in its payments.</summary>
    public const string Owed = "owed";

    /// <summary>What a site has paid back.</summary>
    public const string Repaid = "repaid";

    /// <summary>What is promised of an award and not paid.</summary>
    public const string Promised = "promised";

    /// <summary>An award's share of what its programme has committed, or all of them.</summary>
    public const string Committed = "committed";

    /// <summary>What was claimed.</summary>
    public const string Principal = "principal";

    /// <summary>What of a claim is claimed no more.</summary>
    public const string Reduced = "reduced";

    /// <summary>What of a claim is given up for good.</summary>
    public const string Waived = "waived";

    /// <summary>What of a claim is not pursued for now.</summary>
    public const string WrittenOff = "written-off";

    /// <summary>What was paid out again of what came in on a claim.</summary>
    public const string Refunded = "refunded";

    /// <summary>What the funder of a programme has paid.</summary>
    public const string Received = "received";

    /// <summary>What went back to the funder.</summary>
    public const string Returned = "returned";
}
