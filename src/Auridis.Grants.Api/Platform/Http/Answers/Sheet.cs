namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Something that is read as JSON, and as a CSV file by who asks for one.</summary>
/// <param name="FileName">What the file is called.</param>
/// <param name="ToCsv">Its bytes.</param>
sealed record Sheet<T>(T Value, string FileName, Func<T, byte[]> ToCsv);
