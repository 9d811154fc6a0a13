namespace Auridis.Grants.Api.Platform.Database;

/// <summary>A business rule says no. HTTP makes a problem of it; the database only needs to know that nothing is to be committed.</summary>
abstract record Refusal;
