namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Which characters a text may hold.</summary>
interface ICharactersLimit
{
    /// <summary>A regular expression of ECMA-262.</summary>
    string Pattern { get; }
}
