namespace Auridis.Grants.Api.Platform.Http;

/// <summary>How many items a list may have.</summary>
interface IItemsLimit
{
    int Most { get; }

    int Least { get; }
}
