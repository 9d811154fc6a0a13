using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Money that has come back: on a claim, or on an award before there was one.</summary>
sealed record RepaymentReceipt : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required Guid AwardId { get; init; }

    /// <summary>The claim that it came in on; null when nothing was claimed.</summary>
    public required Guid? RepaymentClaimId { get; init; }

    /// <summary>The AGS of the Jugendamt that paid it.</summary>
    public required string OfficeAgs { get; init; }

    [OneOf(typeof(RepaymentReceiptStatus))]
    public required string Status { get; init; }

    /// <summary>What came in.</summary>
    public required Money Amount { get; init; }

    /// <summary>The day on which the bank booked it.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The bank's reference for that booking.</summary>
    public required string BankReference { get; init; }

    /// <summary>Why it is to be reversed; null when nobody has proposed that.</summary>
    public string? ReversalReason { get; init; }

    /// <summary>Why the reversal that was proposed last was refused; null when none was.</summary>
    public string? RefusalReason { get; init; }

    /// <summary>The day on which it was reversed.</summary>
    public DateOnly? ReversedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }
    internal string? ReversalProposedBy { get; init; }

    /// <summary>The entry that posted it.</summary>
    internal long? EntrySeq { get; init; }

    /// <summary>The receipt, or null when there is none with this id.</summary>
    public static Task<RepaymentReceipt?> Find(Session session, Guid id) =>
        session.OneOrNull<RepaymentReceipt>(Select + " where Id = @Id", new { Id = id });

    /// <summary>The receipt, or null when there is none that this caller may see.</summary>
    public static async Task<RepaymentReceipt?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } receipt && user.Sees(receipt.OfficeAgs) ? receipt : null;

    /// <summary>Keeps the number of the entry that posted it: what a reversal refers to.</summary>
    public static Task KeepEntry(Tx tx, Guid id, long seq) => tx.Execute(KeepEntryRow, new { Id = id, EntrySeq = seq });

    /// <summary>Why the caller takes no step on it for the funding side; null when they may.</summary>
    public async Task<Problem?> WhyExcluded(Session session, CurrentUser user) =>
        await ExcludedPersons.WhyRefused(session, user, (await Award.Find(session, AwardId))!.ProgrammeId, OfficeAgs);

    public const string Select = """
        select Seq, Id, Version, AwardId, RepaymentClaimId, OfficeAgs, Status, AmountCents, ReceivedOn, BankReference, ReversalReason,
            ReversalProposedBy, RefusalReason, ReversedOn, EntrySeq, CreatedAt, UpdatedAt
        from RepaymentReceipt
        """;

    const string KeepEntryRow = "update RepaymentReceipt set EntrySeq = @EntrySeq where Id = @Id";
}
