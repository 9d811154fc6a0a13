using Auridis.Grants.Api;

try
{
    return await Commands.Run(args);
}
catch (SettingsException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 2;
}
