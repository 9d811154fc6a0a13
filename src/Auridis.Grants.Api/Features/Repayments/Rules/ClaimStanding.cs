namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// How a claim stands. Demanded is the principal less what is claimed no more, waived or written off. What came in on it, less what was
/// refunded, is set against that: what is missing is open, what is beyond is a credit of the site. What was waived is given up for good.
/// What was written off is only not pursued: money that comes in beyond what is open takes that back, before it is a credit.
/// </summary>
/// <param name="Principal">What was claimed.</param>
/// <param name="Reduced">What of it is claimed no more: the bank returned a payment, or the report was examined anew.</param>
/// <param name="Waived">What is given up for good (Erlass).</param>
/// <param name="WrittenOff">What is not pursued for now (Niederschlagung).</param>
/// <param name="Paid">What came in, and was not reversed.</param>
/// <param name="Refunded">What of that was paid out again.</param>
/// <param name="DeferredUntil">The day until which the site need not pay (Stundung); null when it must.</param>
sealed record ClaimStanding(
    Money Principal, Money Reduced, Money Waived, Money WrittenOff, Money Paid, Money Refunded, DateOnly? DeferredUntil)
{
    /// <summary>
    /// What the site is asked to pay in all. Below zero when more than the principal was written off: a refund that it owes as well.
    /// </summary>
    public Money Demanded => new(Principal.Cents - Reduced.Cents - Waived.Cents - WrittenOff.Cents);

    /// <summary>
    /// What came in and was not refunded. Below zero when a receipt was reversed from which a refund had been paid: the site owes that,
    /// too.
    /// </summary>
    public Money NetPaid => new(Paid.Cents - Refunded.Cents);

    /// <summary>What is still to come back. Never below zero.</summary>
    public Money Open => new(Math.Max(0, Demanded.Cents - NetPaid.Cents));

    /// <summary>What of it can be waived: no more than was claimed, and not a refund of money that had not come.</summary>
    public Money Waivable => new(Math.Min(Open.Cents, Math.Max(0, Demanded.Cents)));

    /// <summary>What came in beyond what is demanded, and goes back to the site. Never below zero.</summary>
    public Money Credit => new(Math.Max(0, NetPaid.Cents - Demanded.Cents));

    /// <summary>After money has come in: first for what is open, then for what was written off; the rest is a credit.</summary>
    public ClaimStanding Receive(Money amount) => this with
    {
        Paid = new Money(Paid.Cents + amount.Cents),
        WrittenOff = new Money(WrittenOff.Cents - Within(amount.Cents - Open.Cents, WrittenOff.Cents)),
    };

    /// <summary>After money turned out not to have come in. What it had taken back of a write-off stays claimed.</summary>
    public ClaimStanding Reverse(Money amount) => this with { Paid = new Money(Paid.Cents - amount.Cents) };

    /// <summary>After a credit was paid out.</summary>
    public ClaimStanding Refund(Money amount) => this with { Refunded = new Money(Refunded.Cents + amount.Cents) };

    /// <summary>After a refund came back from the bank: its credit stands again, unless it was open or written off meanwhile.</summary>
    public ClaimStanding TakeBackRefund(Money amount) => this with
    {
        Refunded = new Money(Refunded.Cents - amount.Cents),
        WrittenOff = new Money(WrittenOff.Cents - Within(amount.Cents - Open.Cents, WrittenOff.Cents)),
    };

    /// <summary>
    /// After less is claimed, since the bank returned a payment, or the site is entitled to more: at most what is not waived. First of what
    /// is open, then of what was written off; the rest had come in already, and is a credit.
    /// </summary>
    public ClaimStanding Reduce(Money tooMuch)
    {
        var reduction = Within(tooMuch.Cents, Math.Max(0, Demanded.Cents + WrittenOff.Cents));
        return this with
        {
            Reduced = new Money(Reduced.Cents + reduction),
            WrittenOff = new Money(WrittenOff.Cents - Within(reduction - Open.Cents, WrittenOff.Cents)),
        };
    }

    /// <summary>After a part of what is open was given up for good.</summary>
    public ClaimStanding Waive(Money amount) => this with { Waived = new Money(Waived.Cents + amount.Cents) };

    /// <summary>After a part of what is open is not pursued any more.</summary>
    public ClaimStanding WriteOff(Money amount) => this with { WrittenOff = new Money(WrittenOff.Cents + amount.Cents) };

    /// <summary>
    /// The status after a step: a <see cref="RepaymentClaimStatus"/>. Where nothing is left, the step that closed it names it. A claim that
    /// was written off stays so, as long as something of that is left.
    /// </summary>
    /// <param name="before">The status before the step.</param>
    public string StatusAfter(ClaimStep step, string before) =>
        Credit.Cents > 0 ? RepaymentClaimStatus.Overpaid
        : Open.Cents > 0 ? OpenStatus
        : step switch
        {
            // A deferral can end when nothing is open any more.
            ClaimStep.Deferral => before,
            ClaimStep.Waiver => RepaymentClaimStatus.Waived,
            ClaimStep.WriteOff => RepaymentClaimStatus.WrittenOff,
            ClaimStep.Receipt or ClaimStep.Reduction or ClaimStep.Refund
                when before == RepaymentClaimStatus.WrittenOff && WrittenOff.Cents > 0 =>
                RepaymentClaimStatus.WrittenOff,
            ClaimStep.Reduction when NetPaid.Cents == 0 => RepaymentClaimStatus.Cancelled,
            ClaimStep.Reversal when NetPaid.Cents == 0 => Unpaid,
            _ => RepaymentClaimStatus.Paid,
        };

    string OpenStatus =>
        DeferredUntil is not null ? RepaymentClaimStatus.Deferred
        : NetPaid.Cents > 0 ? RepaymentClaimStatus.PartlyPaid
        : RepaymentClaimStatus.Claimed;

    // Closed without any money: as it was before the money came that has not come.
    string Unpaid =>
        Waived.Cents > 0 ? RepaymentClaimStatus.Waived
        : WrittenOff.Cents > 0 ? RepaymentClaimStatus.WrittenOff
        : RepaymentClaimStatus.Cancelled;

    static long Within(long cents, long most) => Math.Clamp(cents, 0, most);
}

/// <summary>What changes how a claim stands.</summary>
enum ClaimStep
{
    Receipt,
    Reversal,
    Refund,
    Reduction,
    Deferral,
    Waiver,
    WriteOff,
}
