using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// An office's kind and government district stay while it holds a place in a programme with a quota that would count it otherwise: the
/// place could not be given back to the quota that it was taken from.
/// </summary>
static class CountedOffice
{
    /// <summary>
    /// Why the office keeps its kind and district; null when it may change. Locks the programmes with quotas in which it applies, so call
    /// it before the office is changed.
    /// </summary>
    public static async Task<Problem?> WhyRefused(Tx tx, YouthOffice before, IYouthOfficeDetails after)
    {
        if (before.Kind == after.Kind && before.GovernmentDistrict == after.GovernmentDistrict)
            return null;
        await tx.Execute(LockProgrammes, new { before.Id });
        var values = new
        {
            before.Id,
            before.Kind,
            before.GovernmentDistrict,
            NewKind = after.Kind,
            NewDistrict = after.GovernmentDistrict,
        };
        return await tx.OneOrNull<string>(Find, values) is { } code
            ? ProgrammeProblems.OfficeHoldsPlace.With(("programmeCode", code))
            : null;
    }

    const string LockProgrammes = """
        update Programme set AwardCount = AwardCount
        where Id in (select ProgrammeId from Application where YouthOfficeId = @Id)
          and Id in (select ProgrammeId from ProgrammeQuota)
        """;

    const string Find = """
        select min(p.Code) from Application a
        join Programme p on p.Id = a.ProgrammeId
        join ProgrammeQuota q on q.ProgrammeId = a.ProgrammeId
        where a.YouthOfficeId = @Id and a.Status = 'selected'
          and ((q.Property = 'kind' and @Kind <> @NewKind and q.Value in (@Kind, @NewKind))
            or (q.Property = 'governmentDistrict' and @GovernmentDistrict <> @NewDistrict
              and q.Value in (@GovernmentDistrict, @NewDistrict)))
        """;
}
