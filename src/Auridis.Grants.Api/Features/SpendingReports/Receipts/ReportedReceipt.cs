namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What the office says of a receipt, as a row.</summary>
sealed record ReportedReceipt : IPaged
{
    public required long Seq { get; init; }
    public required string Number { get; init; }
    public required DateOnly PaidOn { get; init; }
    public required string Payee { get; init; }
    public required string Purpose { get; init; }
    public required string Category { get; init; }
    public required Money Amount { get; init; }
    public string? Reference { get; init; }
    public string? ProcurementNote { get; init; }

    public NewReceipt AsNew => new(Number, PaidOn, Payee, Purpose, Category, Amount, Reference, ProcurementNote);

    public const string Columns = "Seq, Number, PaidOn, Payee, Purpose, Category, AmountCents, Reference, ProcurementNote";

    /// <summary>The receipts of the report <c>@Id</c>.</summary>
    public const string Select = $"select {Columns} from Receipt where SpendingReportId = @Id";
}
