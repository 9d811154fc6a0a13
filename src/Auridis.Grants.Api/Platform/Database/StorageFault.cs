namespace Auridis.Grants.Api.Platform.Database;

/// <summary>Why the database cannot keep changes. Each ends by an operator's hand, and none by waiting.</summary>
enum StorageFault
{
    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>It takes no changes.</summary>
    ReadOnly,

    /// <summary>What holds it cannot be opened, read or written.</summary>
    Failing,

    /// <summary>What is read from it is no database any more.</summary>
    Damaged,

    /// <summary>Its file was deleted, renamed or replaced while it was open.</summary>
    Moved,
}
