namespace Auridis.Grants.Api;

/// <summary>Settings are read once, at start; what is wrong with them stops the program with a sentence for the operator.</summary>
static class Settings
{
    /// <summary>Reads a section. An unknown name in it is a typing error, and is refused like a wrong value.</summary>
    /// <exception cref="SettingsException">A value cannot be read, or a name is unknown.</exception>
    public static T Read<T>(this IConfiguration configuration, string section)
        where T : new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>(options => options.ErrorOnUnknownConfiguration = true) ?? new T();
        }
        catch (InvalidOperationException error)
        {
            throw new SettingsException($"The settings {section}__… cannot be read. {error.Message}");
        }
    }

    /// <exception cref="SettingsException">The value is outside the range.</exception>
    public static void Require(string name, long value, long least, long most)
    {
        if (value < least || value > most)
            throw new SettingsException($"{name} is {value}. Set it between {least} and {most}.");
    }
}
