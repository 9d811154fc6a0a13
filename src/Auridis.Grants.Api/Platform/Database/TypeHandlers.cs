using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>
/// How values come out of either database. SQLite has no types for them and yields text. For the types that Dapper knows it asks only for
/// reading: it hands them straight to the driver, and <c>SetValue</c> never runs.
/// </summary>
static class TypeHandlers
{
    /// <summary>Handlers are process-wide in Dapper.</summary>
    public static void Add()
    {
        SqlMapper.AddTypeHandler(new GuidHandler());
        // Or Dapper would know the type, and hand it over as a datetimeoffset.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new TimeHandler());
        SqlMapper.AddTypeHandler(new DateHandler());
        SqlMapper.AddTypeHandler(new MoneyHandler());
        SqlMapper.AddTypeHandler(new TextKeyHandler());
        SqlMapper.TypeMapProvider = row => new RowMap(row);
    }

    /// <summary>Amounts are whole cents in the database, and can be parameters as they are.</summary>
    sealed class MoneyHandler : SqlMapper.TypeHandler<Money>
    {
        public override Money Parse(object value) => new(Convert.ToInt64(value, CultureInfo.InvariantCulture));

        public override void SetValue(IDbDataParameter parameter, Money value) =>
            (parameter.DbType, parameter.Value) = (DbType.Int64, value.Cents);
    }

    /// <summary>A key is compared by the database and never read.</summary>
    sealed class TextKeyHandler : SqlMapper.TypeHandler<TextKey>
    {
        public override TextKey Parse(object value) => throw new NotSupportedException("A key says nothing but whether texts are alike.");

        public override void SetValue(IDbDataParameter parameter, TextKey value) =>
            (parameter.DbType, parameter.Value) = (DbType.String, value.ToString());
    }

    sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) => value is Guid guid ? guid : Guid.Parse((string)value);

        public override void SetValue(IDbDataParameter parameter, Guid value) => parameter.Value = value;
    }

    sealed class TimeHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTimeOffset time => time,
            DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
            // As SQLite's driver writes it.
            _ => DateTimeOffset.ParseExact((string)value, "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        };

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            if (parameter is SqlParameter time)
            {
                // As the columns are: SQL Server would turn each row's time into a datetimeoffset to compare, and read the whole index.
                time.SqlDbType = SqlDbType.DateTime2;
                time.Scale = 3;
                time.Value = value.UtcDateTime;
            }
            else
            {
                parameter.Value = value;
            }
        }
    }

    sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value switch
        {
            DateOnly date => date,
            DateTime time => DateOnly.FromDateTime(time),
            _ => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        };

        public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value;
    }
}
