namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// The audit trail says once that a claim is overdue, and once more when it is overdue again after a deferral.
/// </summary>
static class OverdueClaim
{
    /// <summary>The condition in SQL, by <c>@Today</c>: what <see cref="ClaimDueDate"/> says of a claim that is not deferred.</summary>
    public const string Condition = "Status in ('claimed', 'partly-paid') and DeferredUntil is null and DueOn < @Today";

    /// <summary>The overdue claims of which the audit trail has not said so, the earliest first.</summary>
    public static Task<List<Guid>> NotNoted(Session session, DateOnly today, int most) =>
        session.Top<Guid>(NotNotedRows, new { Today = today, Take = most });

    /// <summary>Says in the audit trail that a claim is overdue: the system's own step, which leaves the claim as it is.</summary>
    /// <returns>How many claims that was: none when it was paid or deferred, or the trail says so already.</returns>
    public static async Task<int> Note(Tx tx, Guid id, DateOnly today)
    {
        if (await tx.Execute(NoteRow, new { Id = id, Today = today }) == 0)
            return 0;
        var claim = (await RepaymentClaim.Find(tx, id))!;
        Audit.Append(tx, AuditAction.RepaymentClaimOverdue, id, claim.Version, new { claim.DueOn, claim.Open });
        return 1;
    }

    /// <summary>A claim is deferred: after that it can be overdue again.</summary>
    public static Task Forget(Tx tx, Guid id) => tx.Execute(ForgetRow, new { Id = id });

    const string NotNotedRows = $"select Id from RepaymentClaim where {Condition} and OverdueNotedOn is null order by DueOn, Seq";

    const string NoteRow = $"""
        update RepaymentClaim set OverdueNotedOn = @Today where Id = @Id and {Condition} and OverdueNotedOn is null
        """;

    const string ForgetRow = "update RepaymentClaim set OverdueNotedOn = null where Id = @Id";
}
