using System.Data.Common;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>What differs between the two databases. Everything else is one SQL text in their common subset.</summary>
abstract class Dialect
{
    /// <summary>The folder of this database's migrations: <c>sqlite</c> or <c>sqlserver</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Changes are made one after another: while a transaction changes something, no other one has begun to.</summary>
    public abstract bool WritesOneByOne { get; }

    /// <summary>Opens a connection that is ready for use: settings applied and checked.</summary>
    public abstract Task<DbConnection> Open(CancellationToken cancel);

    /// <summary>Refuses a database that is not set up as the program needs it.</summary>
    public virtual Task RequireSettings(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Ends a select that has an ORDER BY so that it yields at most <c>@Take</c> rows.</summary>
    public abstract string Take(string orderedSelect);

    /// <summary>The statement broke a unique index: somebody else was first.</summary>
    public abstract bool IsUniqueViolation(Exception error);

    /// <summary>The database asks for the transaction to be run again: deadlock victim, snapshot conflict, busy.</summary>
    public abstract bool IsTransient(Exception error);

    /// <summary>The statement has waited for somebody else's lock as long as it may.</summary>
    public abstract bool HasWaitedTooLong(Exception error);

    /// <summary>What is wrong with the storage; null when the error has another reason.</summary>
    public abstract StorageFault? StorageFaultOf(Exception error);

    /// <summary>Starts a transaction in which this process alone migrates.</summary>
    public abstract Task<DbTransaction> BeginMigration(DbConnection connection, CancellationToken cancel);

    /// <summary>The schema's objects by kind, table and name, without what a database makes by itself.</summary>
    public abstract string SchemaObjects { get; }
}
