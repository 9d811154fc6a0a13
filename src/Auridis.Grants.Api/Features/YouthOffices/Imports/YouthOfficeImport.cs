namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>What an import has done.</summary>
/// <param name="Rows">How many offices the file has.</param>
/// <param name="Imported">How many were created: all of them, or none when the file was only checked.</param>
sealed record YouthOfficeImport(int Rows, int Imported);
