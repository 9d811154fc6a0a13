using System.Collections.Concurrent;
using System.Data;
using System.Reflection;
using System.Text.Json;
using Dapper;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>
/// How a row becomes a record: as Dapper does it, by names, and besides <c>AmountCents</c> fills <c>Amount</c>, and a column of JSON the
/// member that is <see cref="StoredAsJsonAttribute">stored as JSON</see>. So a resource's record is its row, and nobody copies one into
/// the other.
/// </summary>
sealed class RowMap : SqlMapper.ITypeMap
{
    readonly DefaultTypeMap members;

    public RowMap(Type row)
    {
        members = new DefaultTypeMap(row);
        foreach (var member in row.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (member.GetCustomAttribute<StoredAsJsonAttribute>() is { } stored)
                SqlMapper.AddTypeHandler(member.PropertyType, stored.Shared ? new SharedJsonHandler() : new JsonHandler());
        }
    }

    public ConstructorInfo? FindConstructor(string[] names, Type[] types) => members.FindConstructor(names, types);

    public ConstructorInfo? FindExplicitConstructor() => members.FindExplicitConstructor();

    public SqlMapper.IMemberMap? GetConstructorParameter(ConstructorInfo constructor, string columnName) =>
        members.GetConstructorParameter(constructor, columnName);

    public SqlMapper.IMemberMap? GetMember(string columnName) =>
        members.GetMember(columnName)
        ?? (columnName.EndsWith("Cents", StringComparison.Ordinal) ? members.GetMember(columnName[..^"Cents".Length]) : null);

    class JsonHandler : SqlMapper.ITypeHandler
    {
        public virtual object? Parse(Type destinationType, object value) =>
            JsonSerializer.Deserialize((string)value, destinationType, StoredJson.Options);

        public void SetValue(IDbDataParameter parameter, object value) =>
            parameter.Value = value is DBNull ? value : JsonSerializer.Serialize(value, StoredJson.Options);
    }

    /// <summary>Remembers what a text was parsed to.</summary>
    sealed class SharedJsonHandler : JsonHandler
    {
        /// <summary>A programme's terms have some 1,500 characters.</summary>
        const int Most = 1_000;

        readonly ConcurrentDictionary<string, object?> parsed = new(StringComparer.Ordinal);

        public override object? Parse(Type destinationType, object value)
        {
            if (parsed.TryGetValue((string)value, out var document))
                return document;
            if (parsed.Count >= Most)
                parsed.Clear();
            return parsed[(string)value] = base.Parse(destinationType, value);
        }
    }
}
