namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A request whose body is a CSV file; its public members stand in the query.</summary>
abstract record CsvUpload
{
    public const string ContentType = "text/csv";

    /// <summary>The file as it was sent.</summary>
    internal byte[] File { get; set; } = [];
}
