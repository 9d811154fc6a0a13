using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Tests.Features.Ledger;

public sealed class PostingMatrixTests
{
    static readonly Dictionary<string, string> Kinds =
        Accounts.All.ToDictionary(account => account.Number, account => account.Kind, StringComparer.Ordinal);

    [Test]
    public void No_event_joins_the_books_and_the_memo_accounts() => Assert.That(PostingMatrix.All, Has.All.Matches<PostingRule>(rule =>
        rule!.Postings.Select(posting => Kinds[posting.DebitAccount] == AccountKind.Memo)
            .Concat(rule.Postings.Select(posting => Kinds[posting.CreditAccount] == AccountKind.Memo)).Distinct().Count() == 1));

    [Test]
    public void Each_event_stands_once() => Assert.That(PostingMatrix.All.Select(rule => rule.Event), Is.Unique);

    [Test]
    public void What_is_posted_for_a_payment_that_comes_back_cancels_out()
    {
        CancelOut(PostingMatrix.Payable, PostingMatrix.Settlement, PostingMatrix.CommitmentUse, PostingMatrix.Return,
            PostingMatrix.CommitmentRestore);
    }

    [Test]
    public void What_is_posted_for_a_payment_that_is_stopped_cancels_out() => CancelOut(PostingMatrix.Payable, PostingMatrix.Stop);

    [Test]
    public void What_is_posted_for_a_claim_that_is_reduced_cancels_out() =>
        CancelOut([.. PostingMatrix.RepaymentClaim.Postings, PostingMatrix.RepaymentClaimReduction.Postings[0]]);

    [Test]
    public void What_is_posted_for_a_claim_that_was_paid_and_is_reduced_and_refunded_cancels_out() => CancelOut(
        [
            .. PostingMatrix.RepaymentClaim.Postings, PostingMatrix.RepaymentReceipt.Postings[0],
            PostingMatrix.RepaymentClaimReduction.Postings[1], .. PostingMatrix.Refund.Postings,
            .. PostingMatrix.RefundSettlement.Postings,
        ]);

    [Test]
    public void What_is_posted_for_a_refund_that_comes_back_or_is_stopped_cancels_out()
    {
        CancelOut([
            .. PostingMatrix.Refund.Postings, .. PostingMatrix.RefundSettlement.Postings, PostingMatrix.RefundReturn.Postings[0],
            PostingMatrix.RefundReturn.Postings[2],
        ]);
        // The receipt that it was paid from was reversed: the refund is open, and paid by what came back.
        CancelOut([
            PostingMatrix.RepaymentReceipt.Postings[1], .. PostingMatrix.Refund.Postings, .. PostingMatrix.RefundSettlement.Postings,
            PostingMatrix.ReceiptReversal.Postings[0], PostingMatrix.RefundReturn.Postings[0], PostingMatrix.RefundReturn.Postings[1],
        ]);
        CancelOut(PostingMatrix.Refund, PostingMatrix.RefundStop);
    }

    [Test]
    public void What_is_posted_for_interest_that_is_asked_no_more_cancels_out() =>
        CancelOut([.. PostingMatrix.InterestClaim.Postings, PostingMatrix.InterestClaimReduction.Postings[0]]);

    /// <summary>Interest is no money of a grant: it stands on accounts of its own, and is posted like any other claim otherwise.</summary>
    [Test]
    public void What_is_posted_on_a_claim_is_posted_on_interest_by_its_own_accounts() => Assert.Multiple(() =>
    {
        string[] ofClaims = [Accounts.RepaymentClaims, Accounts.GrantsReclaimed, Accounts.CreditsOwed];
        foreach (var rule in PostingMatrix.All)
        {
            var onInterest = PostingMatrix.ForInterest(rule);
            Assert.That(onInterest.Postings.SelectMany(pair => new[] { pair.DebitAccount, pair.CreditAccount }),
                Has.None.AnyOf(ofClaims), rule.Event);
            Assert.That((onInterest.Split, onInterest.Postings.Count), Is.EqualTo((rule.Split, rule.Postings.Count)), rule.Event);
            if (onInterest != rule)
                Assert.That(PostingMatrix.All, Has.Member(onInterest));
        }
    });

    static void CancelOut(params PostingRule[] rules) => CancelOut(rules.SelectMany(rule => rule.Postings).ToList());

    static void CancelOut(List<AccountPair> postings) => Assert.That(Accounts.All, Has.All.Matches<Account>(account =>
        postings.Count(posting => posting.DebitAccount == account!.Number)
            == postings.Count(posting => posting.CreditAccount == account!.Number)));
}
