namespace Auridis.Grants.Api.Platform.Database;

/// <summary>The database cannot keep changes: nothing was changed, and trying again is of no use until somebody mends it.</summary>
sealed class StorageUnavailableException(StorageFault fault, Exception? inner = null)
    : Exception($"The database cannot keep changes: {Words(fault)}.", inner)
{
    public StorageFault Fault => fault;

    /// <summary>Names neither servers nor files: anybody may read it.</summary>
    public string Reason => Words(fault);

    static string Words(StorageFault fault) => fault switch
    {
        StorageFault.Full => "its storage is full",
        StorageFault.ReadOnly => "its storage is read-only",
        StorageFault.Failing => "its storage fails",
        StorageFault.Damaged => "it is damaged",
        _ => "its file was deleted, renamed or replaced while it was open",
    };
}
