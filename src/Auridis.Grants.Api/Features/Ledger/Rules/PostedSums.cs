namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>
/// What was posted of a programme, and of an award, by each pair of accounts up to a day: kept by the transaction that posts, so that the
/// funds of a programme on any day cost one row for each pair. The caller holds the counter of <see cref="JournalNumbers"/>.
/// </summary>
static class PostedSums
{
    public static async Task Add(Tx tx, IEnumerable<PostedSum> posted)
    {
        foreach (var sum in posted.GroupBy(each => each with { Cents = 0 }))
        {
            var (scopeId, (debitAccount, creditAccount), postedOn, _) = sum.Key;
            await tx.Execute(Carry, new
            {
                ScopeId = scopeId,
                DebitAccount = debitAccount,
                CreditAccount = creditAccount,
                PostedOn = postedOn,
                Amount = new Money(sum.Sum(each => each.Cents)),
            });
        }
    }

    // A row of the day begins with what was posted before; then all rows from the day on grow, as in the balances of the accounts.
    const string Carry = """
        insert into PostedSum (ScopeId, DebitAccount, CreditAccount, PostedOn, AmountCents)
        select @ScopeId, @DebitAccount, @CreditAccount, @PostedOn, coalesce((
            select b.AmountCents from PostedSum b
            where b.ScopeId = @ScopeId and b.DebitAccount = @DebitAccount and b.CreditAccount = @CreditAccount
                and b.PostedOn = (
                    select max(e.PostedOn) from PostedSum e
                    where e.ScopeId = @ScopeId and e.DebitAccount = @DebitAccount and e.CreditAccount = @CreditAccount
                        and e.PostedOn < @PostedOn)
            ), 0)
        where not exists (
            select 1 from PostedSum d
            where d.ScopeId = @ScopeId and d.DebitAccount = @DebitAccount and d.CreditAccount = @CreditAccount and d.PostedOn = @PostedOn);
        update PostedSum set AmountCents = AmountCents + @Amount
        where ScopeId = @ScopeId and DebitAccount = @DebitAccount and CreditAccount = @CreditAccount and PostedOn >= @PostedOn
        """;
}

/// <summary>What an entry posts of a programme or an award.</summary>
/// <param name="ScopeId">The programme or the award.</param>
sealed record PostedSum(Guid ScopeId, AccountPair Accounts, DateOnly PostedOn, long Cents);
