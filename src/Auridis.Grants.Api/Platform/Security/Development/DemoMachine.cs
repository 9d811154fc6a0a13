namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>A machine client of the accounting.</summary>
sealed record DemoMachine(string ClientId, string Secret, string[] Roles);
