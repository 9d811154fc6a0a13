using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>What waits for somebody in the states of an award.</summary>
static class AwardWork
{
    /// <summary>Offered: for its office.</summary>
    public static readonly WaitingWork ToAnswer = new(Can.AnswerOffers, "/awards", """
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.OfferedOn as Since, x.AcceptanceEndsOn as DueOn
        from Award x
        where x.OfficeAgs = @Office and x.Status = 'offered'
        """, DueOn: "x.AcceptanceEndsOn");

    /// <summary>Accepted, and final: for a caseworker, who activates it.</summary>
    public static readonly WaitingWork RemedyPeriodOver = new(Can.ActivateAwards, "/awards", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.FinalFrom as Since
        from Award x
        where x.Status = 'accepted' and {Finality.Condition} and {ExcludedPersons.NotExcluded("x")}
        """);

    /// <summary>Active, and its report is accepted: for its office, which can still draw something, or renounce it.</summary>
    public static readonly WaitingWork RestToRequest = new(Can.RenounceRests, "/awards", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, r.AcceptedOn as Since
        from Award x join SpendingReport r on r.AwardId = x.Id and r.Kind = 'final' and r.AcceptedOn is not null
        where x.OfficeAgs = @Office and x.Status = 'active' and x.Settling = 1 and {SettledAward.HasRest}
        """);

    /// <summary>Completed, and a payment came back: for its office, which can have it paid again, or renounce it.</summary>
    public static readonly WaitingWork ReturnedOfCompleted = Returned(AwardStatus.Completed);

    /// <summary>Terminated, and a payment of what is kept came back: for its office, as before.</summary>
    public static readonly WaitingWork ReturnedOfTerminated = Returned(AwardStatus.Terminated);

    /// <summary>Active, and settled: for a caseworker.</summary>
    public static readonly WaitingWork ToComplete = new(Can.CompleteAwards, "/awards", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, x.UpdatedAt as SinceAt
        from Award x
        where x.Status = 'active' and x.Settling = 1 and {SettledAward.Condition} and {ExcludedPersons.NotExcluded("x")}
        """);

    /// <summary>A termination is proposed: for a decider who has not proposed it.</summary>
    public static readonly WaitingWork TerminationToConfirm = new(Can.ConfirmTerminations, "/terminations", $"""
        select x.Seq, x.Id, a.Reference, x.OfficeAgs, x.CreatedAt as SinceAt
        from Termination x join Award a on a.Id = x.AwardId
        where x.Status = 'proposed' and x.ProposedBy <> @Actor and {ExcludedPersons.NotExcluded("x")}
        """);

    static WaitingWork Returned(string status) => new(Can.RenounceRests, "/awards", $"""
        select x.Seq, x.Id, x.Reference, x.OfficeAgs, (
            select max(d.ReturnedOn) from Disbursement d where d.AwardId = x.Id and d.Kind = 'grant' and d.Status = 'returned') as Since
        from Award x
        where x.OfficeAgs = @Office and x.Status = '{status}' and x.Settling = 1 and {SettledAward.HasRest}
            and exists (select 1 from Disbursement d where d.AwardId = x.Id and d.Kind = 'grant' and d.Status = 'returned')
        """);
}
