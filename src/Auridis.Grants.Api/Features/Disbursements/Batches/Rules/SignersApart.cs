using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// Two different people sign a batch, and neither they nor who hands it over has approved or released one of its payments (§ 31 (3) KomHVO
/// NRW). In a small team one of the two who sign may have released (<c>Payments__SmallTeam</c>). Who acts for an office that is paid, or
/// has declared a conflict of interest on it, takes no part.
/// </summary>
static class SignersApart
{
    /// <summary>Why the caller does not sign the batch; null when they may.</summary>
    public static async Task<Problem?> WhyNotSigned(Session session, CurrentUser user, PaymentBatch batch, PaymentSettings settings) =>
        user.Is(batch.FirstSignedBy) || user.Is(batch.SecondSignedBy)
            ? Problems.FourEyes.With(("earlier", ActedAs.Signer))
            : await WhyRefused(session, user, batch, roles => settings.SmallTeam && roles.FirstReleased == 0);

    /// <summary>Why the caller does not hand the batch over; null when they may.</summary>
    public static Task<Problem?> WhyNotHandedOver(Session session, CurrentUser user, PaymentBatch batch, PaymentSettings settings) =>
        WhyRefused(session, user, batch, _ => settings.SmallTeam);

    /// <summary>Why the caller takes no step at all on the batch; null when they may.</summary>
    public static async Task<Problem?> WhyExcluded(Session session, CurrentUser user, PaymentBatch batch) =>
        await session.One<string?>(FindExcluded, new { batch.Id, user.Actor, user.Office }) is { } office
            ? ExcludedPersons.Excluded(office)
            : null;

    /// <summary>What holds of a batch <c>x</c> that the caller may sign.</summary>
    public static string MaySign(PaymentSettings settings) => $"""
        (x.FirstSignedBy is null or x.FirstSignedBy <> @Actor) and {MayHandOver(settings)}
        """ + (settings.SmallTeam ? $"""
         and not ({Has("d.ReleasedBy = @Actor")} and {Has("d.ReleasedBy = x.FirstSignedBy")})
        """ : "");

    /// <summary>What holds of a batch <c>x</c> that the caller may hand over.</summary>
    public static string MayHandOver(PaymentSettings settings) =>
        $"not {Has("(d.ApprovedBy = @Actor" + (settings.SmallTeam ? "" : " or d.ReleasedBy = @Actor") + $" or {Excluded})")}";

    static async Task<Problem?> WhyRefused(Session session, CurrentUser user, PaymentBatch batch, Func<Roles, bool> releaserMay)
    {
        var roles = await session.One<Roles>(CountRoles, new { batch.Id, user.Actor, batch.FirstSignedBy });
        return roles.Approved > 0 ? Problems.FourEyes.With(("earlier", ActedAs.Approver))
            : roles.Released > 0 && !releaserMay(roles) ? Problems.FourEyes.With(("earlier", ActedAs.Releaser))
            : await WhyExcluded(session, user, batch);
    }

    static string Has(string condition) => $"""
        exists (
            select 1 from BatchPayment b join Disbursement d on d.Seq = b.PaymentSeq
            where b.PaymentBatchId = x.Id and {condition})
        """;

    const string CountRoles = """
        select coalesce(sum(case when d.ApprovedBy = @Actor then 1 else 0 end), 0) as Approved,
            coalesce(sum(case when d.ReleasedBy = @Actor then 1 else 0 end), 0) as Released,
            coalesce(sum(case when d.ReleasedBy = @FirstSignedBy then 1 else 0 end), 0) as FirstReleased
        from BatchPayment b join Disbursement d on d.Seq = b.PaymentSeq
        where b.PaymentBatchId = @Id
        """;

    static readonly string Excluded = $"not ({ExcludedPersons.NotExcluded("d")})";

    static readonly string FindExcluded = $"""
        select min(d.OfficeAgs)
        from BatchPayment b join Disbursement d on d.Seq = b.PaymentSeq
        where b.PaymentBatchId = @Id and {Excluded}
        """;

    /// <summary>Of how many payments of a batch the caller has been what.</summary>
    sealed record Roles
    {
        public required int Approved { get; init; }
        public required int Released { get; init; }

        /// <summary>How many were released by the person who signed first.</summary>
        public required int FirstReleased { get; init; }
    }
}
