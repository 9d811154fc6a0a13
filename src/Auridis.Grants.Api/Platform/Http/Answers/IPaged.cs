namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A row that a list pages by.</summary>
interface IPaged
{
    long Seq { get; }

    /// <summary>Where the row stands in its list.</summary>
    Place Place => new(default, Seq);
}
