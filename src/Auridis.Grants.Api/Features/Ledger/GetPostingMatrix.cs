using FastEndpoints;

namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Reads the posting matrix.</summary>
/// <remarks>Which business event posts to which accounts: all that is ever posted, on one page.</remarks>
sealed class GetPostingMatrix : Slice<EmptyRequest, Listed<PostingRule>>
{
    public override void Configure()
    {
        Get("/ledger/posting-matrix");
        Policies(Can.ReadLedger);
    }

    protected override Task<Listed<PostingRule>> Answer(EmptyRequest request, CancellationToken cancel) =>
        Task.FromResult<Listed<PostingRule>>(new ListOf<PostingRule>(PostingMatrix.All, null));
}
