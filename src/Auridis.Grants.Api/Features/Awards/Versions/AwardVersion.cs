using System.Text.Json;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// The plan of an award as it was offered, or as an amendment or a termination in part has made it; it never changes.
/// </summary>
sealed record AwardVersion : IPaged
{
    /// <summary>From 1, which is the offer.</summary>
    public required int Number { get; init; }

    /// <summary>The amendment that has made it; null for the offer, and after a termination in part.</summary>
    public Guid? AmendmentId { get; init; }

    /// <summary>The plan from then on.</summary>
    [StoredAsJson]
    public required AwardPlan Plan { get; init; }

    /// <summary>The day of the offer, or from which on it is in force.</summary>
    public required DateOnly MadeOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    long IPaged.Seq => Number;

    /// <summary>The version, or null when the award has none with this number.</summary>
    public static Task<AwardVersion?> Find(Session session, Guid awardId, int number) => session.OneOrNull<AwardVersion>(
        Select + " where AwardId = @AwardId and Number = @Number", new { AwardId = awardId, Number = number });

    /// <summary>Keeps the plan of an award as its next version. The caller holds the award.</summary>
    /// <param name="amendmentId">Null where none has made it.</param>
    public static async Task Keep(Tx tx, Award award, Guid? amendmentId, DateOnly today)
    {
        var number = await tx.One<int>("select count(*) from AwardVersion where AwardId = @Id", new { award.Id }) + 1;
        await tx.Execute(Insert, new
        {
            award.Id,
            Number = number,
            AmendmentId = amendmentId,
            Plan = StoredJson.Of(award.Plan),
            Today = today,
            tx.Author.At,
        });
    }

    /// <summary>The plan as a document, for a comparison.</summary>
    public JsonElement Document() => JsonSerializer.SerializeToElement(Plan, StoredJson.Options);

    public const string Select = "select Number, AmendmentId, FrozenPlan as \"Plan\", MadeOn, CreatedAt from AwardVersion";

    const string Insert = """
        insert into AwardVersion (AwardId, Number, AmendmentId, FrozenPlan, MadeOn, CreatedAt)
        values (@Id, @Number, @AmendmentId, @Plan, @Today, @At)
        """;
}
