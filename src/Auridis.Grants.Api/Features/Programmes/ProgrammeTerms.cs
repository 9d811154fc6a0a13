namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// Everything that a programme sets. An award gets a copy, so that a later programme, or an edit of this one, never rewrites a
/// running grant.
/// </summary>
/// <param name="Title">The programme's title, up to 200 characters.</param>
/// <param name="Funder">Who gives the money.</param>
/// <param name="Operator">Who runs the programme.</param>
/// <param name="OpensOn">The first day on which applications can be submitted, Europe/Berlin.</param>
/// <param name="ClosesOn">The last day, to its end, Europe/Berlin.</param>
/// <param name="SiteLimit">The most sites that are selected, 1 to 1,000.</param>
/// <param name="CapPerSite">The most that one site can get.</param>
/// <param name="Budget">The most that all sites together can get.</param>
/// <param name="AgeFrom">The youngest age of the children concerned, in years.</param>
/// <param name="AgeTo">The oldest age, in years.</param>
/// <param name="AreaPrefixes">
/// The programme's area: official municipality keys (AGS) that begin with one of these prefixes, 2 to 8 digits each.
/// </param>
/// <param name="Categories">The lines of a finance plan.</param>
/// <param name="Checks">The checklist of the formal check.</param>
/// <param name="Criteria">What reviewers score; the weights sum to 100.</param>
/// <param name="ReviewQuorum">How many reviews an application needs to be ranked, 1 to 10.</param>
/// <param name="ReviewSpreadLimit">A spread of totals above this many points flags the application for discussion, 0 to 100.</param>
/// <param name="LotCommitment">SHA-256 of the secret of the lot, 64 hexadecimal digits, published before the programme opens.</param>
/// <param name="LotSource">The public value that will be used, such as "Lotto 6 aus 49, 8 December 2018".</param>
/// <param name="FundingStartsOn">The first day of the funding period.</param>
/// <param name="FundingEndsOn">The last day of the funding period.</param>
/// <param name="FinancingType">The type of financing (Finanzierungsart): it decides what the final report yields.</param>
/// <param name="UseByMonths">The months within which paid money must be used, 1 to 12; not counted where weeks are given.</param>
/// <param name="TolerancePercent">By how many percent a budget line may exceed its plan when other lines save as much, 0 to 100.</param>
/// <param name="FinalReportMonths">The months after the funding period in which the final report is due, 1 to 24.</param>
/// <param name="SharePercent">
/// The funder's share of the expenditure, 1 to 100 with two decimal places at most, such as 66.67; needed with the type <c>share</c>, and
/// null with others.
/// </param>
/// <param name="Quotas">The most sites of a government district or of a kind of office, 30 at most; null when there are none.</param>
/// <param name="MendingDays">
/// The days that an office gets to mend an application that was returned to it, 1 to 366; a last day that is not a working day moves to the
/// next one.
/// </param>
/// <param name="Discussion">What a spread above <c>reviewSpreadLimit</c> leads to.</param>
/// <param name="LegalForm">The legal form of the grants: it presets the remedy, and letters cite its law.</param>
/// <param name="Remedy">The remedy against decisions; when it is left out, that of the legal form.</param>
/// <param name="RemedyMonths">The period for remedies, in months after a decision was announced, 1 to 12.</param>
/// <param name="RemedyInstruction">
/// Whether letters instruct on the remedy. Without an instruction the period is a year (§ 58 (2) VwGO).
/// </param>
/// <param name="OperatorSeat">
/// Where the operator sits, up to 200 characters: an instruction names the seat of where an objection is filed (§ 58 (1) VwGO).
/// </param>
/// <param name="AcceptWithinDays">The days within which an office answers an offer, 1 to 365.</param>
/// <param name="UseByWeeks">The weeks within which paid money must be used, 1 to 52; null where months count.</param>
/// <param name="FundsOrder">In which order a site uses the grant, its own and third-party money.</param>
/// <param name="HoldbackPercent">
/// The percentage of an award that is held back until its final report is accepted, 0 to 100.
/// </param>
/// <param name="ClaimDueDays">The days within which a site pays back what is claimed, 1 to 365.</param>
/// <param name="FunderFunds">
/// What happens when a payment would be released that the money received from the funder does not cover. Asked once a contribution of the
/// funder is confirmed.
/// </param>
/// <param name="InterimReports">
/// The interim reports (Zwischennachweise) before the final one, up to 12, in the order of their periods; null when there are none.
/// </param>
/// <param name="Questions">What each report answers besides its narrative, up to 50; null when nothing is asked.</param>
/// <param name="Statement">How a report states what was spent: by its receipts, or by a total for each budget line.</param>
/// <param name="ProcurementNoteAbove">
/// Above which amount a receipt says how it was procured (Vergabevermerk), or is flagged; null where none does.
/// </param>
/// <param name="InterestSurchargePercent">
/// The percentage points by which interest lies above the base rate, 0 to 100 with two decimal places at most.
/// </param>
/// <param name="InterestStart">
/// From when money bears interest that is used late or paid back; revoked money does from the revocation on.
/// </param>
/// <param name="InterestMinimum">Interest below this is not asked; null where all of it is.</param>
sealed record ProgrammeTerms(
    string Title,
    string Funder,
    string Operator,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    int SiteLimit,
    Money CapPerSite,
    Money Budget,
    int AgeFrom,
    int AgeTo,
    IReadOnlyList<string> AreaPrefixes,
    IReadOnlyList<ProgrammeItem> Categories,
    IReadOnlyList<ProgrammeItem> Checks,
    IReadOnlyList<Criterion> Criteria,
    int ReviewQuorum,
    int ReviewSpreadLimit,
    string LotCommitment,
    string LotSource,
    DateOnly FundingStartsOn,
    DateOnly FundingEndsOn,
    [property: OneOf(typeof(FinancingType))] string FinancingType,
    int UseByMonths,
    int TolerancePercent,
    int FinalReportMonths,
    decimal? SharePercent = null,
    IReadOnlyList<Quota>? Quotas = null,
    int MendingDays = 14,
    [property: OneOf(typeof(DiscussionOfSpread))] string Discussion = DiscussionOfSpread.Flag,
    [property: OneOf(typeof(LegalForm))] string LegalForm = Programmes.LegalForm.ActSocialCode,
    [property: OneOf(typeof(Remedy))] string? Remedy = null,
    int RemedyMonths = 1,
    bool RemedyInstruction = true,
    string OperatorSeat = "48133 Münster",
    int AcceptWithinDays = 30,
    int? UseByWeeks = null,
    [property: OneOf(typeof(FundsOrder))] string FundsOrder = Programmes.FundsOrder.None,
    int HoldbackPercent = 0,
    int ClaimDueDays = 30,
    [property: OneOf(typeof(FunderFunds))] string FunderFunds = Programmes.FunderFunds.Refuse,
    IReadOnlyList<InterimReport>? InterimReports = null,
    IReadOnlyList<ReportQuestion>? Questions = null,
    [property: OneOf(typeof(StatementForm))] string Statement = StatementForm.ReceiptList,
    Money? ProcurementNoteAbove = null,
    decimal InterestSurchargePercent = 5.00m,
    [property: OneOf(typeof(InterestStart))] string InterestStart = Programmes.InterestStart.UseByEnd,
    Money? InterestMinimum = null);

/// <summary>A named item of a programme: a budget category, or a point of the formal check.</summary>
/// <param name="Code">Kebab-case, unique in its list, up to 40 characters.</param>
/// <param name="Title">What people read, up to 200 characters.</param>
sealed record ProgrammeItem(string Code, string Title);

/// <summary>A criterion that reviewers score from 0 to 10.</summary>
/// <param name="Code">Kebab-case, unique among the criteria, up to 40 characters.</param>
/// <param name="Title">What people read, up to 200 characters.</param>
/// <param name="Weight">Its share of the 100 points, 1 to 100.</param>
/// <param name="TieBreak">Its place in the order in which ties are broken, from 1 without a gap; null when it breaks none.</param>
sealed record Criterion(string Code, string Title, int Weight, int? TieBreak = null);
