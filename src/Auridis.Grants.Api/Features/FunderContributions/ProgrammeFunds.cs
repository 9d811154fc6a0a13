namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>The funder's money of a programme on a day.</summary>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="AsOf">All that is posted up to the end of this day counts.</param>
/// <param name="Received">What the funder has paid.</param>
/// <param name="Returned">What went back to the funder.</param>
/// <param name="Committed">What is promised to the sites or paid to them, less what they have paid back and was not refunded.</param>
/// <param name="Released">What payments were ordered, refunds among them, less those that came back.</param>
/// <param name="Paid">What the bank has paid to the sites, less what it returned.</param>
/// <param name="Repaid">What the sites have paid back.</param>
/// <param name="Refunded">What of that was refunded, because it was more than was claimed.</param>
/// <param name="Recognised">What the accepted reports entitle the sites to.</param>
/// <param name="Free">
/// What can still be released: received and repaid, less returned and released. Negative where more was released than there is.
/// </param>
/// <param name="Sites">The programme's awards, in the order in which they were offered.</param>
sealed record ProgrammeFunds(
    Guid ProgrammeId,
    DateOnly AsOf,
    Money Received,
    Money Returned,
    Money Committed,
    Money Released,
    Money Paid,
    Money Repaid,
    Money Refunded,
    Money Recognised,
    Money Free,
    IReadOnlyList<SiteFunds> Sites);

/// <summary>The funder's money of one award.</summary>
/// <param name="AwardId">The award.</param>
/// <param name="AwardReference">Its reference, such as <c>GA-2018-A-Z-03</c>.</param>
/// <param name="OfficeAgs">The AGS of its Jugendamt.</param>
/// <param name="Committed">What is promised to the site or paid to it, less what it has paid back and was not refunded.</param>
/// <param name="Released">What payments were ordered, refunds among them, less those that came back.</param>
/// <param name="Paid">What the bank has paid to the site, less what it returned.</param>
/// <param name="Repaid">What the site has paid back.</param>
/// <param name="Refunded">What of that was refunded, because it was more than was claimed.</param>
/// <param name="Recognised">What the accepted report entitles the site to; zero before.</param>
sealed record SiteFunds(
    Guid AwardId,
    string AwardReference,
    string OfficeAgs,
    Money Committed,
    Money Released,
    Money Paid,
    Money Repaid,
    Money Refunded,
    Money Recognised);
