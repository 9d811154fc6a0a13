using System.Data.Common;
using Auridis.Grants.Api;
using Auridis.Grants.Api.Database;

// What an operator can mend is said in a sentence; anything else is a fault of the program, and keeps its stack trace.
try
{
    return await Commands.Run(args);
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
catch (DbException error)
{
    await Console.Error.WriteLineAsync($"The database cannot be used. {error.Message}");
    return 4;
}
catch (IOException error)
{
    // An address that is in use, a folder that cannot be written.
    await Console.Error.WriteLineAsync(error.Message);
    return 5;
}
