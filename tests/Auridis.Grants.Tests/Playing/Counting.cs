using System.Globalization;
using Dapper;

namespace Auridis.Grants.Tests.Playing;

/// <summary>A database with one small table, for tests of the transaction itself.</summary>
sealed class Counting : IAsyncDisposable
{
    readonly TestDatabase database;

    Counting(TestDatabase database, Db db) => (this.database, Db) = (database, db);

    public Db Db { get; }

    public DatabaseSettings Settings => database.Settings;

    public static Author Author { get; } = new("tests", "tests", DateTimeOffset.UnixEpoch);

    public static async Task<Counting> Start(DatabaseKind kind)
    {
        var own = await TestDatabase.Create(kind);
        var counting = new Counting(own, own.Settings.Connect());
        await counting.Run("""
            create table Item (Id int not null primary key, Name varchar(40) not null, constraint CK_Item_Id check (Id > 0))
            """);
        await counting.Run("create unique index UQ_Item_Name on Item (Name)");
        return counting;
    }

    /// <summary>Runs a statement on a connection of its own, outside the product's transactions.</summary>
    public async Task Run(string sql)
    {
        await using var connection = await Db.Dialect.Open(CancellationToken.None);
        await connection.ExecuteAsync(sql);
    }

    public Task<Outcome<T>> Write<T>(Func<Tx, Task<Outcome<T>>> closure, CancellationToken cancel = default) =>
        Db.Write(Author, closure, cancel);

    public Task<Outcome<int>> Insert(int id, string? name = null) => Write(tx => InsertIn(tx, id, name));

    public static async Task<Outcome<int>> InsertIn(Tx tx, int id, string? name = null)
    {
        await tx.Execute("insert into Item (Id, Name) values (@id, @name)",
            new { id, name = name ?? id.ToString(CultureInfo.InvariantCulture) });
        return id;
    }

    /// <summary>The ids that are committed, as another connection sees them.</summary>
    public Task<List<int>> Committed() => Db.Read(session => session.All<int>("select Id from Item order by Id"), CancellationToken.None);

    public Task<bool> IsCommitted(int id) =>
        Db.Read(async session => await session.One<int>("select count(*) from Item where Id = @id", new { id }) == 1,
            CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await database.DisposeAsync();
    }
}

/// <summary>A rule of a test says no.</summary>
sealed record TestRefusal : Refusal
{
    public static readonly TestRefusal No = new();
}
