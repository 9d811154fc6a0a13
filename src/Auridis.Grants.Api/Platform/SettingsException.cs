namespace Auridis.Grants.Api.Platform;

/// <summary>A setting is missing or wrong. Its message is for the operator: the program prints it and stops.</summary>
sealed class SettingsException(string message) : Exception(message);
