namespace Auridis.Grants.Api.Platform;

/// <summary>Settings are read once, at start; what is wrong with them stops the program with a sentence for the operator.</summary>
static class Settings
{
    /// <summary>Reads a section. An unknown name in it is a typing error, and is refused like a wrong value.</summary>
    /// <exception cref="SettingsException">A value cannot be read, or a name is unknown.</exception>
    public static T Read<T>(this IConfiguration configuration, string section)
        where T : new()
    {
        var values = configuration.GetSection(section);
        var names = typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).ToList();
        if (values.GetChildren().FirstOrDefault(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new SettingsException(
                $"There is no setting {section}__{unknown.Key}. "
                + $"There are: {string.Join(", ", names.Select(name => $"{section}__{name}"))}.");
        }
        try
        {
            return values.Get<T>() ?? new T();
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
