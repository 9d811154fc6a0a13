namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A field that a list can be sorted by, and the column that has it: never null, and with an index that ends in Seq.</summary>
/// <param name="Field">As <c>?sort=</c> names it.</param>
/// <param name="Column">The column.</param>
/// <param name="Type">Of a text, an amount or a time.</param>
/// <param name="Value">What a row has there.</param>
sealed record SortColumn(string Field, string Column, Type Type, Func<IPaged, object> Value)
{
    public static SortColumn Of<TRow, TValue>(string field, string column, Func<TRow, TValue> value)
        where TRow : IPaged
        where TValue : notnull => new(field, column, typeof(TValue), row => value((TRow)row));

    /// <summary>When it was changed last.</summary>
    public static SortColumn UpdatedAt<TRow>()
        where TRow : IPaged, IResource => Of<TRow, DateTimeOffset>("updatedAt", "UpdatedAt", row => row.UpdatedAt);
}
