namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What is wrong with a file of receipts at one place.</summary>
sealed record ReceiptImportFault : IPaged
{
    /// <summary>The line as an editor counts them, from 1; of a row of several lines, its first.</summary>
    public required int Line { get; init; }

    /// <summary>The field in the row, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The English name of that column; null where the file has none that is known there.</summary>
    public string? ColumnName { get; init; }

    /// <summary>What is wrong.</summary>
    [OneOf(typeof(ImportFaultCode))]
    public required string Code { get; init; }

    /// <summary>The same for people, in the language of the request.</summary>
    public string Message => new Bilingual(MessageEn, MessageDe).Current;

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }
    internal required string MessageEn { get; init; }
    internal required string MessageDe { get; init; }

    public static ReceiptImportFault At(int line, int column, string? name, string code, Bilingual message) => new()
    {
        Line = line,
        Column = column,
        ColumnName = name,
        Code = code,
        MessageEn = message.En,
        MessageDe = message.De,
    };
}
