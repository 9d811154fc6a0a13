using System.Data.Common;
using Auridis.Grants.Api;
using Auridis.Grants.Api.Platform;
using Microsoft.AspNetCore.Connections;

// What an operator can mend is said in a sentence; anything else is a fault of the program, and keeps its stack trace.
try
{
    return await CommandLine.Run(args);
}
catch (SettingsException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 2;
}
catch (MigrationException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 3;
}
catch (StorageUnavailableException error)
{
    await Console.Error.WriteLineAsync($"{error.Message} {error.InnerException?.Message}");
    return 4;
}
catch (Exception error) when (error is DbException or DatabaseBusyException)
{
    await Console.Error.WriteLineAsync($"The database cannot be used. {error.Message}");
    return 4;
}
catch (IOException error) when (error.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync(
        $"{error.Message} Stop what uses it, or choose another one, for example with --urls http://localhost:5081");
    return 5;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    // A folder that cannot be written.
    await Console.Error.WriteLineAsync(error.Message);
    return 5;
}
