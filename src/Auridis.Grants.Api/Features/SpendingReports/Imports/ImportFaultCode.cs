namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What can be wrong with a file of receipts.</summary>
static class ImportFaultCode
{
    /// <summary>The header, or the form of a row: its quotes, or the number of its fields.</summary>
    public const string Malformed = "malformed";

    /// <summary>A field that is needed is empty.</summary>
    public const string Missing = "missing";

    /// <summary>The field has not the form that a receipt has.</summary>
    public const string Invalid = "invalid";

    /// <summary>The field is not a day.</summary>
    public const string InvalidDay = "invalid-day";

    /// <summary>The field is not an amount.</summary>
    public const string InvalidAmount = "invalid-amount";

    /// <summary>The field can be read as two amounts, as 1.234 can.</summary>
    public const string AmbiguousAmount = "ambiguous-amount";

    /// <summary>A row above has this number.</summary>
    public const string RepeatedNumber = "repeated-number";

    /// <summary>The report has a receipt with this number.</summary>
    public const string TakenNumber = "taken-number";

    /// <summary>The day is in the future.</summary>
    public const string FutureDay = "future-day";

    /// <summary>The award has no such line.</summary>
    public const string UnknownCategory = "unknown-category";

    /// <summary>The credit notes on a receipt give back more than was paid on it.</summary>
    public const string CreditAboveReceipt = "credit-above-receipt";

    /// <summary>The report would have more receipts, or a larger sum, than it can: nothing is read from this row on.</summary>
    public const string ReportFull = "report-full";
}
