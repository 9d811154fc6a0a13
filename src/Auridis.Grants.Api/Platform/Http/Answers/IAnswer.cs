namespace Auridis.Grants.Api.Platform.Http;

/// <summary>What a slice answers: its own result, or a problem.</summary>
interface IAnswer<TSelf> : IResult
    where TSelf : IAnswer<TSelf>
{
    static abstract TSelf Refuse(Problem problem);
}
