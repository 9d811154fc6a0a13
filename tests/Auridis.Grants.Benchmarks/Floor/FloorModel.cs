using System.Text.Json.Serialization;

namespace Auridis.Grants.Benchmarks.Floor;

sealed record FloorMoney(string Amount, string Currency);

sealed record FloorItem(string Code, string Title);

sealed record FloorCriterion(string Code, string Title, int Weight, int? TieBreak);

sealed record FloorTerms(
    string Title, string Funder, string Operator, DateOnly OpensOn, DateOnly ClosesOn, int SiteLimit, FloorMoney CapPerSite,
    FloorMoney Budget, int AgeFrom, int AgeTo, IReadOnlyList<string> AreaPrefixes, IReadOnlyList<FloorItem> Categories,
    IReadOnlyList<FloorItem> Checks, IReadOnlyList<FloorCriterion> Criteria, int ReviewQuorum, int ReviewSpreadLimit, string LotCommitment,
    string LotSource,
    DateOnly FundingStartsOn, DateOnly FundingEndsOn, string FinancingType, int UseByMonths, int TolerancePercent,
    int FinalReportMonths, decimal? SharePercent = null, IReadOnlyList<string>? Quotas = null, int MendingDays = 14,
    string Discussion = "flag", string LegalForm = "act-social-code", string Remedy = "objection", int RemedyMonths = 1,
    bool RemedyInstruction = true, string OperatorSeat = "48133 Münster");

sealed record FloorProgramme(string Id, int Version, string Code, string Status, FloorTerms Terms, int Selected, FloorMoney Committed,
    string? Lot, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

sealed record FloorOffice(string Id, int Version, string Ags, string Name, string Kind, string GovernmentDistrict, string? County,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

sealed record FloorPage<T>(IReadOnlyList<T> Items, string? NextCursor);

sealed record NewProgramme(string Code, FloorTerms Terms);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FloorProgramme))]
[JsonSerializable(typeof(FloorPage<FloorProgramme>))]
[JsonSerializable(typeof(FloorPage<FloorOffice>))]
[JsonSerializable(typeof(NewProgramme))]
sealed partial class FloorJson : JsonSerializerContext;
