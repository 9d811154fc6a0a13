namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>A person that a tester signs in as. They are named by what they do.</summary>
/// <param name="Subject">The user name: <c>caseworker-1</c>, <c>applicant-05512000</c>.</param>
/// <param name="Office">The AGS of an applicant's Jugendamt.</param>
/// <param name="Funder">The funder that a person reads figures for.</param>
sealed record DemoPerson(string Subject, string Name, string[] Roles, string? Office = null, string? Funder = null);
